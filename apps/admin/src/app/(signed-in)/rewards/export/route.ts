import { rewardsQuery } from '../../../../features/rewards/rewards-query.ts';
import { csvRoute } from '../../../../trpc/server.ts';

export const GET = csvRoute({
  fileName: 'rewards',
  header: ['Id', 'Patient', 'Reward', 'Status', 'As', 'Program', 'Reason', 'Since', 'Usable until'],
  list: (api, query, page) => api.rewards.list({ ...rewardsQuery(query), ...page }),
  cells: (row) => [
    row.id,
    row.clientName,
    row.words,
    row.status,
    row.side,
    row.programName,
    row.reason,
    row.createdAt.toISOString(),
    row.expiresAt?.toISOString() ?? null,
  ],
});
