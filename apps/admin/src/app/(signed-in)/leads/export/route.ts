import { minorToDecimal } from '@goodword/ui';
import { leadsQuery } from '../../../../features/leads/leads-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'leads',
  header: [
    'Id',
    'Client',
    'E-mail',
    'Status',
    'Region',
    'Currency',
    'Budget from',
    'Budget to',
    'Came from',
    'With',
    'Open shares',
    'Since',
  ],
  list: (api, query, page) => api.leads.list({ ...leadsQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.clientName,
    row.clientEmail,
    row.status,
    row.region,
    row.currency,
    row.budgetMinMinor === null ? null : minorToDecimal(row.budgetMinMinor, row.currency),
    row.budgetMaxMinor === null ? null : minorToDecimal(row.budgetMaxMinor, row.currency),
    row.referrerName ?? row.source,
    row.assignedName,
    String(row.openShares),
    row.createdAt.toISOString(),
  ],
});
