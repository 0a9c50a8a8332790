import { ledgerAccountKinds } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/** What the address of the bookings asks for; the table and its file read it alike. */
export function transactionsQuery(query: PageQuery) {
  return {
    accountKind: oneOf(query.account, ledgerAccountKinds),
    partnerId: query.partner,
    cursor: query.cursor,
  };
}
