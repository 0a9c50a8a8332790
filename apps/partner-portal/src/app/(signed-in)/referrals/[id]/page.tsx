import type { Metadata } from 'next';
import { ReferralScreen } from '../../../../features/referrals/referral-screen.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Referral' };

export default screen<'id'>(async ({ api, params }) => (
  <ReferralScreen referral={await api.referrals.mineDetail({ id: params.id })} />
));
