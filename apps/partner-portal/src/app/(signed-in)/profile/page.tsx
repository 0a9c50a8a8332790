import type { Metadata } from 'next';
import { ProfileScreen } from '../../../features/profile/profile-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Profile & coverage' };

export default screen(async ({ api }) => <ProfileScreen profile={await api.portalProfile.get()} />);
