import type { Metadata } from 'next';
import { TeamScreen } from '../../../features/team/team-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Team' };

export default screen(async ({ api }) => <TeamScreen members={await api.portalProfile.members()} />);
