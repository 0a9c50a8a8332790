import { programMachine } from '@goodword/api/client';
import { listPosition, oneOf } from '../../../../lib/list.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'programs',
  header: ['Id', 'Program', 'Status', 'Who invites gets', 'The friend gets', 'Joined', 'Converted', 'Ends'],
  list: (api, query, page) =>
    api.programs.list({
      ...listPosition(query),
      status: oneOf(query.status, programMachine.states),
      ...page,
    }),
  cells: (row) => [
    row.id,
    row.name,
    row.status,
    row.referrerReward,
    row.friendReward,
    String(row.joined),
    String(row.converted),
    row.endsAt?.toISOString() ?? null,
  ],
});
