import { referralRequestMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf, sortOf } from '../../lib/list.ts';

/** What the address of the request list asks for; the table and its file read it alike. */
export function requestsQuery(query: PageQuery) {
  return {
    status: oneOf(query.status, referralRequestMachine.states),
    partnerTypeCode: query.type,
    region: query.region,
    dir: sortOf(query, ['created']).dir,
    cursor: query.cursor,
  };
}
