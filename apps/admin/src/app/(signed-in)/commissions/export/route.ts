import { minorToDecimal } from '@goodword/ui';
import { commissionsQuery } from '../../../../features/commissions/commissions-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'commissions',
  header: [
    'Id',
    'Partner',
    'Status',
    'Who pays',
    'Currency',
    'Amount',
    'Client',
    'Deal',
    'For',
    'Calculated',
    'Approved',
    'Paid',
  ],
  list: (api, query, page) => api.commissions.list({ ...commissionsQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.partnerName,
    row.status,
    row.direction,
    row.currency,
    minorToDecimal(row.amountMinor, row.currency),
    row.clientName,
    row.dealId,
    row.line,
    row.createdAt.toISOString(),
    row.approvedAt?.toISOString() ?? null,
    row.paidAt?.toISOString() ?? null,
  ],
});
