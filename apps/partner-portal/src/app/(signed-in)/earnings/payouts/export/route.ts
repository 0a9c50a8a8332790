import { minorToDecimal } from '@goodword/ui';
import { csvRoute } from '../../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'payouts',
  header: ['Id', 'Status', 'Currency', 'Amount', 'Prepared', 'Paid', 'Bank reference', 'Commissions'],
  list: (api, _query, page) => api.payouts.mine(page),
  cells: (row) => [
    row.id,
    row.status,
    row.currency,
    minorToDecimal(row.amountMinor, row.currency),
    row.createdAt.toISOString(),
    row.paidAt?.toISOString() ?? null,
    row.reference,
    row.lines.map(({ commissionId }) => commissionId).join(';'),
  ],
});
