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
  /** After an act on the rows: those that were refused stay selected and say why; without any all are let go. */
  settle: (refused: readonly TableRefusal[]) => void;
}

/** A row that an act left as it was. */
export interface TableRefusal {
  key: string;
  name: string;
  /** Why, for the person who acted. */
  message: string;
}

export type TableDensity = 'comfortable' | 'compact';

/** A view that the person keeps under a name. */
export interface SavedView {
  id: string;
  name: string;
  query: Record<string, string>;
  /** Opens when the list is opened without a question. */
  isDefault: boolean;
}

/** What the person keeps of this list, and how to change it. Every change ends when it is stored, or throws. */
export interface SavedViews {
  density: TableDensity;
  views: readonly SavedView[];
  /** Keys of the address that belong to the page and not to the question. */
  base: Readonly<Record<string, string>>;
  onDensity: (density: TableDensity) => void;
  onSave: (view: { name: string; query: Record<string, string>; isDefault: boolean }) => Promise<void>;
  onRename: (id: string, name: string) => Promise<void>;
  onDefault: (id: string, isDefault: boolean) => Promise<void>;
  onRemove: (id: string) => Promise<void>;
}
