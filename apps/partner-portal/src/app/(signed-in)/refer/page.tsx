import type { Metadata } from 'next';
import { ReferScreen } from '../../../features/refer/refer-screen.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Refer a client' };

export default screen(async ({ api }) => <ReferScreen form={await api.referrals.form()} />);
