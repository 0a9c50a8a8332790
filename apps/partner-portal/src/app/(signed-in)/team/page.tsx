import type { Metadata } from 'next';
import { TeamScreen } from '../../../features/team/team-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Team' };

export default screen(async ({ api, person }) => {
  const [members, invitations] = await Promise.all([
    api.portalProfile.members(),
    person.partnerRole === 'owner' ? api.team.invitations() : [],
  ]);
  return <TeamScreen members={members} invitations={invitations} />;
});
