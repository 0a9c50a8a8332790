import { leadMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { listPosition, oneOf, sortOf } from '../../lib/list.ts';

/** What the address of the lead list asks for; the table and its file read it alike. */
export function leadsQuery(query: PageQuery) {
  return {
    ...listPosition(query),
    dir: sortOf(query, ['created']).dir,
    status: oneOf(query.status, leadMachine.states),
    region: query.region,
    assignedTo: query.with,
  };
}
