import { partnerReferralGroups } from '@goodword/api/client';
import type { Metadata } from 'next';
import { ReferralsScreen } from '../../../features/referrals/referrals-screen.tsx';
import { oneOf } from '../../../lib/one-of.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'My referrals' };

export default listScreen('referrals', async ({ api, query }) => {
  const group = oneOf(partnerReferralGroups, query.group);
  return <ReferralsScreen page={await api.referrals.mine({ group, cursor: query.cursor })} />;
});
