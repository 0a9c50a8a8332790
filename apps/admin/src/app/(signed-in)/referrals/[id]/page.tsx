import type { Metadata } from 'next';
import { ReferralDetail } from '../../../../features/referrals/referral-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Referral' };

export default screen<'id'>(async ({ api, params }) => (
  <ReferralDetail referral={await api.referrals.get({ id: params.id })} />
));
