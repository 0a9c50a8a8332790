import { rewardMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/** What the address of the reward list asks for; the table and its file read it alike. */
export function rewardsQuery(query: PageQuery) {
  return {
    status: oneOf(query.status, rewardMachine.states),
    programId: query.program,
    cursor: query.cursor,
  };
}
