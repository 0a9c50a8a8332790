import { applicationStatuses } from '@goodword/api/client';
import { oneOf } from '../../../../lib/list.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'applications',
  header: ['Id', 'Company', 'Contact', 'E-mail', 'Types', 'Regions', 'Status', 'Applied'],
  list: (api, query, page) =>
    api.applications.list({ status: oneOf(query.status, applicationStatuses), ...page }),
  cells: (row) => [
    row.id,
    row.name,
    row.contactName,
    row.email,
    row.types.map(({ code }) => code).join(';'),
    row.regions.join(';'),
    row.status,
    row.appliedAt.toISOString(),
  ],
});
