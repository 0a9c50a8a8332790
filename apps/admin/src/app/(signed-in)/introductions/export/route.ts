import { requestsQuery } from '../../../../features/introductions/requests-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'introductions',
  header: ['Id', 'Group', 'Status', 'Looks for', 'Region', 'Asked by', 'Professional', 'Asked'],
  list: (api, query, page) => api.requests.list({ ...requestsQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.groupName,
    row.status,
    row.partnerTypeName,
    row.region,
    row.clientName,
    row.partnerName,
    row.createdAt.toISOString(),
  ],
});
