import { dealMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/** What the address of the deal list asks for; the table and its file read it alike. */
export function dealsQuery(query: PageQuery) {
  return {
    status: oneOf(query.status, dealMachine.states),
    partnerId: query.partner,
    leadId: query.lead,
    cursor: query.cursor,
  };
}
