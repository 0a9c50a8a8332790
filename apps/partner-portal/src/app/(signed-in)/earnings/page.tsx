import { commissionStatuses } from '@goodword/api/client';
import type { Metadata } from 'next';
import { CommissionsList } from '../../../features/earnings/commissions-list.tsx';
import { EarningsFrame } from '../../../features/earnings/earnings-frame.tsx';
import { oneOf } from '../../../lib/one-of.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Earnings' };

export default listScreen('commissions', async ({ api, query }) => {
  const status = oneOf(commissionStatuses, query.status);
  const [summary, page] = await Promise.all([
    api.commissions.summary(),
    api.commissions.mine({ status, cursor: query.cursor }),
  ]);
  return (
    <EarningsFrame summary={summary} tab="commissions">
      <CommissionsList page={page} />
    </EarningsFrame>
  );
});
