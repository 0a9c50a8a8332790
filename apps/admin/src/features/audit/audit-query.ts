import type { PageQuery } from '@goodword/web/server';

/**
 * What the address of the trail asks for; the table and its file read it alike. The one search box takes an action, an
 * account's id or the id of what was changed.
 */
export function auditQuery(query: PageQuery) {
  return { ...wishOf(query.q), cursor: query.cursor };
}

function wishOf(text: string | undefined) {
  const wish = text?.trim();
  if (!wish) return {};
  if (wish.includes('.')) return { action: wish };
  return wish.startsWith('acc_') ? { actorId: wish } : { subjectId: wish };
}
