'use client';

import { type TableSelection, toast } from '@goodword/ui';
import { type Undo, useDone } from '@goodword/web';

interface RowResult {
  id: string;
  ok: boolean;
  message: string | null;
}

export interface BulkWords {
  one: string;
  many: string;
  /** What was done to them, e.g. `approved`. */
  did: string;
}

/** Ends an act on the chosen rows: says how many went, keeps those that were refused selected and shows why. */
export function useBulk<Row extends { id: string }>(
  { rows, settle }: TableSelection<Row>,
  nameOf: (row: Row) => string,
) {
  const done = useDone();
  return (results: readonly RowResult[], { one, many, did }: BulkWords, undo?: (rows: Row[]) => Undo) => {
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const changed = results.filter(({ ok }) => ok);
    const refused = results.filter(({ ok }) => !ok);
    settle(
      refused.map(({ id, message }) => {
        const row = rowOf.get(id);
        return { key: id, name: row ? nameOf(row) : id, message: message ?? 'It was refused.' };
      }),
    );
    if (changed.length === 0) {
      toast.error(`No ${one} was ${did}`);
      return;
    }
    const changedRows = changed.flatMap(({ id }) => rowOf.get(id) ?? []);
    done(`${changed.length} ${changed.length === 1 ? one : many} ${did}`, undo?.(changedRows));
  };
}

/** For an inverse on many rows: all of them, or a sentence about those that stay. */
export function requireAll(results: readonly RowResult[]): void {
  const refused = results.filter(({ ok }) => !ok);
  if (refused.length === 0) return;
  throw new Error(`${refused.length} of ${results.length} stay as they are: ${refused[0]?.message}`);
}

/** Rows by what they have in common. */
export function groupsOf<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
