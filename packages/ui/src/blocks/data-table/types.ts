import type { ReactNode } from 'react';

export interface DataTableColumn<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  /** What the URL and the server call it, when that is not `key`. */
  sortKey?: string;
  align?: 'left' | 'right';
  /** Off until the person chooses it. */
  hidden?: boolean;
  /** Can't be taken away. The first column never can. */
  pinned?: boolean;
  className?: string;
}

export interface TableSort {
  key: string;
  dir: 'asc' | 'desc';
}

export type TableQuery = Record<string, string | undefined>;

/** A change of the address; `null` takes the key away. */
export type SetTableQuery = (patch: Record<string, string | null>) => void;

export interface TableFilter {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

export interface TableView {
  label: string;
  query: Record<string, string>;
}

export interface TablePage {
  nextCursor?: string | null;
  previousCursor?: string | null;
  summary?: ReactNode;
}

export interface TableSelection<Row> {
  keys: string[];
  rows: Row[];
  clear: () => void;
}
