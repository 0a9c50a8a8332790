'use client';

import { TableHead, TableRow } from './table-parts.tsx';
import type { DataTableColumn } from './types.ts';

export interface SimpleTableProps<Row> {
  label: string;
  columns: readonly DataTableColumn<Row>[];
  rows: readonly Row[];
  getRowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
}

const noSort = () => undefined;

/** For a handful of rows inside a card: the look of the data table without its toolbar. */
export function SimpleTable<Row>({ label, columns, rows, getRowKey, rowHref }: SimpleTableProps<Row>) {
  const plain = columns.map((column) => ({ ...column, sortable: false }));
  return (
    <div data-slot="simple-table" className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-0 text-sm max-sm:block">
        <caption className="sr-only">{label}</caption>
        <TableHead columns={plain} sort={undefined} onSort={noSort} />
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <TableRow
              key={getRowKey(row)}
              rowKey={getRowKey(row)}
              row={row}
              columns={plain}
              href={rowHref?.(row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
