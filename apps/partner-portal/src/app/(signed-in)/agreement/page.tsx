import type { Metadata } from 'next';
import { AgreementScreen } from '../../../features/agreement/agreement-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Agreement' };

export default screen(async ({ api }) => <AgreementScreen onboarding={await api.onboarding.state()} />);
