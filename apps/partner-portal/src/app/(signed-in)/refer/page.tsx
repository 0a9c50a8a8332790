import type { Metadata } from 'next';
import { ReferScreen } from '../../../features/refer/refer-screen.tsx';
import { workScreen } from '../../../trpc/agreement.ts';

export const metadata: Metadata = { title: 'Refer a client' };

export default workScreen(async ({ api }) => <ReferScreen form={await api.referrals.form()} />);
