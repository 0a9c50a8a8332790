import { payoutBatchMachine } from '@goodword/api/client';
import { minorToDecimal } from '@goodword/ui';
import { oneOf } from '../../../../lib/list.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'payout-batches',
  header: ['Id', 'Batch', 'Status', 'Totals', 'Payouts', 'Created by', 'Approved by', 'Created'],
  list: (api, query, page) =>
    api.payouts.batches({ status: oneOf(query.status, payoutBatchMachine.states), ...page }),
  cells: (row) => [
    row.id,
    row.name,
    row.status,
    row.totals
      .map(({ amountMinor, currency }) => `${minorToDecimal(amountMinor, currency)} ${currency}`)
      .join('; '),
    String(row.payouts),
    row.createdByName,
    row.approvedByName,
    row.createdAt.toISOString(),
  ],
});
