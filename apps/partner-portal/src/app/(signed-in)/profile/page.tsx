import type { Metadata } from 'next';
import { ProfileScreen } from '../../../features/profile/profile-screen.tsx';
import { workScreen } from '../../../trpc/agreement.ts';

export const metadata: Metadata = { title: 'Profile & coverage' };

export default workScreen(async ({ api }) => <ProfileScreen profile={await api.portalProfile.get()} />);
