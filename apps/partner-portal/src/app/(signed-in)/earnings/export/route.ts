import { commissionStatuses } from '@goodword/api/client';
import { minorToDecimal } from '@goodword/ui';
import { oneOf } from '../../../../lib/one-of.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'commissions',
  header: ['Id', 'For', 'Direction', 'Currency', 'Amount', 'Status', 'Since', 'Paid'],
  list: (api, query, page) =>
    api.commissions.mine({ status: oneOf(commissionStatuses, query.status), ...page }),
  cells: (row) => [
    row.id,
    row.line,
    row.direction,
    row.currency,
    minorToDecimal(row.amountMinor, row.currency),
    row.status,
    row.createdAt.toISOString(),
    row.paidAt?.toISOString() ?? null,
  ],
});
