import { auditQuery } from '../../../../features/audit/audit-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'audit-trail',
  header: ['Id', 'When', 'Who', 'Account', 'What', 'Subject', 'Subject id', 'From', 'To', 'Fields', 'Reason'],
  list: (api, query, page) => api.audit.list({ ...auditQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.occurredAt.toISOString(),
    row.actorName ?? row.actorType,
    row.actorId,
    row.action,
    row.subjectType,
    row.subjectId,
    row.fromState,
    row.toState,
    row.fields,
    row.reason,
  ],
});
