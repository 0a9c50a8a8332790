import type { DataTableColumn, TableFilter, TableQuery, TableSort } from './types.ts';

/** `name` is ascending, `-name` is descending. */
export function parseSort(value: string | undefined): TableSort | undefined {
  if (!value || value === '-') return undefined;
  return value.startsWith('-') ? { key: value.slice(1), dir: 'desc' } : { key: value, dir: 'asc' };
}

export function formatSort(sort: TableSort): string {
  return sort.dir === 'desc' ? `-${sort.key}` : sort.key;
}

/** Pressing the sorted column again turns it round. */
export function nextSort(current: TableSort | undefined, key: string): TableSort {
  return { key, dir: current?.key === key && current.dir === 'asc' ? 'desc' : 'asc' };
}

export function canHide<Row>(column: DataTableColumn<Row>, index: number): boolean {
  return index > 0 && !column.pinned;
}

/** The columns to show: those named in the address, or the default ones; the first and pinned ones always. */
export function visibleColumns<Row>(columns: readonly DataTableColumn<Row>[], cols: string | undefined) {
  const chosen = cols === undefined ? undefined : new Set(cols.split(','));
  return columns.filter(
    (column, index) => !canHide(column, index) || (chosen ? chosen.has(column.key) : !column.hidden),
  );
}

/** The `cols` value after one column was switched; `null` when it is the default choice again. */
export function toggleColumn<Row>(
  columns: readonly DataTableColumn<Row>[],
  cols: string | undefined,
  key: string,
): string | null {
  const shown = new Set(visibleColumns(columns, cols).map((column) => column.key));
  if (!shown.delete(key)) shown.add(key);
  const keys = columns.filter((column) => shown.has(column.key)).map((column) => column.key);
  const standard = visibleColumns(columns, undefined).map((column) => column.key);
  return keys.join(',') === standard.join(',') ? null : keys.join(',');
}

export function isFiltered(query: TableQuery, filters: readonly TableFilter[], searchParam: string): boolean {
  return [searchParam, ...filters.map((filter) => filter.key)].some((key) => Boolean(query[key]));
}

/** Where one stands in a list, and that one asked for nothing on purpose: no part of the question. */
const POSITION = ['cursor', 'all'];

/** What the address asks of the list, without the position in it. */
export function questionOf(query: TableQuery, without: readonly string[] = []): Record<string, string> {
  const left = new Set([...POSITION, ...without]);
  return Object.fromEntries(
    Object.entries(query).filter(
      (entry): entry is [string, string] => Boolean(entry[1]) && !left.has(entry[0]),
    ),
  );
}

export function isSameQuestion(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
