import { z } from 'zod';

/** Page size and position shared by all lists. The cursor is opaque to the client. */
export const pageInput = {
  cursor: z.string().max(400).nullish(),
  limit: z.number().int().min(1).max(100).default(25),
};

/** One page and where the next one starts; null at the end. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable() });
}

export interface Page<T> {
  rows: T[];
  nextCursor: string | null;
}

/** Position behind a row in a (sort value, id) order. */
export interface Keyset {
  value: string;
  id: string;
}

/** PostgreSQL has no text with a zero byte: a cursor with one was not ours. */
const keyText = z.string().regex(/^[^\0]*$/);
const keyPair = z.tuple([keyText, keyText]);

/** A position as the opaque text clients hand back. */
export function encodeCursor(key: Keyset): string {
  return Buffer.from(JSON.stringify([key.value, key.id])).toString('base64url');
}

/** Null for no cursor or for one that is not ours: the list then starts at its beginning. */
export function decodeCursor(cursor: string | null | undefined): Keyset | null {
  if (!cursor) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const pair = keyPair.safeParse(parsed);
    return pair.success ? { value: pair.data[0], id: pair.data[1] } : null;
  } catch {
    return null;
  }
}

/** Cuts the extra row that tells whether there is more. Query `limit + 1` rows and pass them here. */
export function toPage<T>(rows: T[], limit: number, keyOf: (row: T) => Keyset): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
