import { partnerFileColumns } from '@goodword/api/client';
import { partnersQuery } from '../../../../features/partners/partners-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'partners',
  header: partnerFileColumns.map(([header]) => header),
  list: (api, query, page) => api.partners.exportPage({ ...partnersQuery(query), ...page }),
  cells: (row) => partnerFileColumns.map(([, cell]) => cell(row)),
});
