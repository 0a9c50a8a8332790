import type { PageQuery } from '@goodword/web/server';

interface ListPosition {
  cursor: string | undefined;
  search: string | undefined;
}

/** What every list reads from its address. */
export function listPosition(query: PageQuery): ListPosition {
  return { cursor: query.cursor, search: query.q?.trim() || undefined };
}

/** `-created` is `{ sort: 'created', dir: 'desc' }`; without a wish both stay out, and the server's order counts. */
export function sortOf<Key extends string>(
  query: PageQuery,
  keys: readonly Key[],
): { sort?: Key; dir?: 'asc' | 'desc' } {
  const wish = query.sort;
  if (!wish) return {};
  const name = wish.startsWith('-') ? wish.slice(1) : wish;
  const sort = keys.find((key) => key === name);
  return sort ? { sort, dir: wish.startsWith('-') ? 'desc' : 'asc' } : {};
}

/** The word if the list knows it. An address with another one shows everything rather than nothing. */
export function oneOf<Word extends string>(
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === value);
}
