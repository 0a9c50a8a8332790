import { messageMachine } from '@goodword/api/client';
import type { PageQuery } from '@goodword/web/server';
import { oneOf } from '../../lib/list.ts';

/**
 * What the address of the message list asks for; the table and its file read it alike. Null when nothing can match:
 * addresses are compared as a whole, so half of one finds nothing.
 */
export function messagesQuery(query: PageQuery) {
  const to = query.q?.trim();
  if (to && !(to.includes('@') && to.includes('.'))) return null;
  return { status: oneOf(query.status, messageMachine.states), to: to || undefined, cursor: query.cursor };
}
