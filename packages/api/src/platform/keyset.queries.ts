import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Keyset } from '../shared/pagination.ts';

/** The columns a list is sorted by: a time or a text, and the id that decides between equals. */
export interface KeysetColumns {
  at: AnyPgColumn;
  id: AnyPgColumn;
}

/** What `toISOString` writes: nothing else was ever in a cursor of ours, and PostgreSQL reads all of it. */
const TIME = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * The rows behind a position in the order `(at, id)`; undefined at the beginning. A position that cannot be one in
 * this list comes from another list or was made up: the list then starts at its beginning.
 *
 * Compares whole rows because PostgreSQL finds the first row behind such a position in the index, and only the first
 * half of `at < x or (at = x and id < y)`. Row-level security keeps the index in use: these operators are leakproof.
 * @param dir the direction of the list's `order by`, the same for both columns
 */
export function behind(
  { at, id }: KeysetColumns,
  after: Keyset | null,
  dir: 'asc' | 'desc',
): SQL | undefined {
  if (!after) return undefined;
  const timed = at.dataType === 'date';
  if (timed && !isTime(after.value)) return undefined;
  const past = sql.raw(dir === 'asc' ? '>' : '<');
  const value = timed ? sql`${after.value}::timestamptz` : sql`${after.value}`;
  return sql`(${at}, ${id}) ${past} (${value}, ${after.id})`;
}

/** Whether the value of a position can be a moment of a list sorted by time. */
export function isTime(value: string): boolean {
  return TIME.test(value) && !Number.isNaN(Date.parse(value));
}
