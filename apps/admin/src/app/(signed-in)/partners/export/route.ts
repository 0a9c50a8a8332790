import { partnersQuery } from '../../../../features/partners/partners-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'partners',
  header: [
    'Id',
    'Name',
    'Status',
    'Types',
    'Regions',
    'Contact',
    'E-mail',
    'Code',
    'Open shares',
    'Capacity',
    'Account manager',
    'Since',
  ],
  list: (api, query, page) => api.partners.list({ ...partnersQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.name,
    row.status,
    row.types.map(({ code }) => code).join(';'),
    row.regions.join(';'),
    row.contactName,
    row.email,
    row.code,
    String(row.openShares),
    row.capacity === null ? null : String(row.capacity),
    row.ownerName,
    row.createdAt.toISOString(),
  ],
});
