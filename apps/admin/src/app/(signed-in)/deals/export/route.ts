import { minorToDecimal } from '@goodword/ui';
import { dealsQuery } from '../../../../features/deals/deals-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'deals',
  header: ['Id', 'Client', 'Status', 'Currency', 'Value', 'Origin', 'Partner', 'Closed', 'Verified'],
  list: (api, query, page) => api.deals.list({ ...dealsQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.clientName,
    row.status,
    row.currency,
    minorToDecimal(row.valueMinor, row.currency),
    row.origin,
    row.partnerName,
    row.closedAt.toISOString(),
    row.verifiedAt?.toISOString() ?? null,
  ],
});
