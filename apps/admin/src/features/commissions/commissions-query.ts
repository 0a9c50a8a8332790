import { commissionStatuses } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/** What the address of the commission list asks for; the table and its file read it alike. */
export function commissionsQuery(query: PageQuery) {
  return {
    status: oneOf(query.status, commissionStatuses),
    direction: oneOf(query.direction, ['we_pay', 'partner_pays']),
    partnerId: query.partner,
    cursor: query.cursor,
  };
}
