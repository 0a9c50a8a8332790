'use client';

import { useState } from 'react';
import type { TableRefusal } from './types.ts';

interface Selectable<Row> {
  rows: readonly Row[];
  getRowKey: (row: Row) => string;
  isRowSelectable?: (row: Row) => boolean;
}

/** Which rows are chosen, and which of them the last act refused. */
export function useSelection<Row>({ rows, getRowKey, isRowSelectable }: Selectable<Row>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly TableRefusal[]>([]);
  const allowed = rows.filter((row) => isRowSelectable?.(row) ?? true);
  // Only what is on this page counts: nobody approves rows that they no longer see.
  const selectedRows = allowed.filter((row) => chosen.has(getRowKey(row)));
  const all = allowed.length > 0 && selectedRows.length === allowed.length;
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return {
    all,
    some: selectedRows.length > 0,
    toggle,
    toggleAll: () => setChosen(all ? new Set() : new Set(allowed.map(getRowKey))),
    has: (row: Row) => selectedRows.includes(row),
    isAllowed: (row: Row) => allowed.includes(row),
    refused,
    dismiss: () => setRefused([]),
    picked: {
      keys: selectedRows.map(getRowKey),
      rows: selectedRows,
      clear: () => {
        setChosen(new Set());
        setRefused([]);
      },
      settle: (rows: readonly TableRefusal[]) => {
        setChosen(new Set(rows.map(({ key }) => key)));
        setRefused(rows);
      },
    },
  };
}
