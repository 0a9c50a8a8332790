import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  type CheckBuilder,
  check,
  customType,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** Prefixed, time-sortable text id (see docs/decisions on ids). */
export const id = () => text('id').primaryKey();

/** Amount in minor units of its currency. Never a float. */
export const minor = (name: string) => bigint(name, { mode: 'bigint' });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A text column limited to the given words: leakproof under row-level security, unlike an enum type. */
export function oneOf(name: string, column: AnyPgColumn, words: readonly string[]): CheckBuilder {
  return check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`);
}

export function rule(name: string, condition: SQL): CheckBuilder {
  return check(name, condition);
}

/** Gives a text column the union of the words as its type. */
export function words<S extends string>(list: readonly S[]): [S, ...S[]] {
  return list as readonly S[] as [S, ...S[]];
}
