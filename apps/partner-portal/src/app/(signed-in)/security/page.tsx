import type { Metadata } from 'next';
import { SecurityScreen } from '../../../features/security/security-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Security' };

export default screen(async ({ api }) => <SecurityScreen account={await api.account.overview()} />);
