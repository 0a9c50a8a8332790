import { invitesQuery } from '../../../../features/invites/invites-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'invites',
  header: ['Id', 'Invited by', 'Friend', 'Status', 'Program', 'Through', 'Joined', 'Invited'],
  list: (api, query, page) => api.invites.list({ ...invitesQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.clientName,
    row.friendName,
    row.status,
    row.programName,
    row.channel,
    row.registeredAt?.toISOString() ?? null,
    row.createdAt.toISOString(),
  ],
});
