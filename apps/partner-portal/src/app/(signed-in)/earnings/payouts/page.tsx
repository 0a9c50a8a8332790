import type { Metadata } from 'next';
import { EarningsFrame } from '../../../../features/earnings/earnings-frame.tsx';
import { PayoutsList } from '../../../../features/earnings/payouts-list.tsx';
import { listScreen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Payouts' };

export default listScreen('payouts', async ({ api, query }) => {
  const [summary, page] = await Promise.all([
    api.commissions.summary(),
    api.payouts.mine({ cursor: query.cursor }),
  ]);
  return (
    <EarningsFrame summary={summary} tab="payouts">
      <PayoutsList page={page} />
    </EarningsFrame>
  );
});
