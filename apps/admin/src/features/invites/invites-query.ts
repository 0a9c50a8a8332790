import { inviteMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/** What the address of the invite list asks for; the table and its file read it alike. */
export function invitesQuery(query: PageQuery) {
  return {
    status: oneOf(query.status, inviteMachine.states),
    programId: query.program,
    cursor: query.cursor,
  };
}
