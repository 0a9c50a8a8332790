import type { Metadata } from 'next';
import { TeamScreen } from '../../../features/team/team-screen.tsx';
import { workScreen } from '../../../trpc/agreement.ts';

export const metadata: Metadata = { title: 'Team' };

export default workScreen(async ({ api, person }) => {
  const [members, invitations] = await Promise.all([
    api.portalProfile.members(),
    person.partnerRole === 'owner' ? api.team.invitations() : [],
  ]);
  return <TeamScreen members={members} invitations={invitations} />;
});
