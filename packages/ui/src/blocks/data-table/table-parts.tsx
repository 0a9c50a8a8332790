'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from '../../components/choice.tsx';
import { Skeleton } from '../../components/feedback.tsx';
import { LinkTo } from '../../components/ui-provider.tsx';
import { cn } from '../../lib/cn.ts';
import type { DataTableColumn, TableSort } from './types.ts';

const headCell =
  'sticky top-0 z-2 border-line border-b bg-subtle px-3 py-2 text-left font-medium text-ink-soft text-xs first:pl-4 last:pr-4';

/** On a phone a row is a card and each cell names itself. */
const bodyCell =
  'border-line border-b px-3 py-2.5 align-middle sm:group-data-[density=compact]/table:py-1 sm:group-data-[density=compact]/table:text-[0.8125rem] first:pl-4 last:pr-4 max-sm:flex max-sm:items-start max-sm:justify-between max-sm:gap-4 max-sm:border-0 max-sm:px-0 max-sm:py-1 max-sm:text-right max-sm:last:pr-0 max-sm:first:pl-0 max-sm:before:shrink-0 max-sm:before:text-left max-sm:before:text-[0.8125rem] max-sm:before:text-ink-faint max-sm:before:content-[attr(data-label)]';

const titleCell = 'font-medium max-sm:pb-1.5 max-sm:text-left max-sm:text-base max-sm:before:hidden';

interface HeaderCellProps<Row> {
  column: DataTableColumn<Row>;
  sort: TableSort | undefined;
  onSort: (key: string) => void;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const right = column.align === 'right';
  const key = column.sortKey ?? column.key;
  const active = sort?.key === key ? sort.dir : undefined;
  if (!column.sortable) {
    return (
      <th scope="col" className={cn(headCell, right && 'text-right', column.className)}>
        {column.header}
      </th>
    );
  }
  const Arrow = active === 'asc' ? ArrowUp : active === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={active === 'asc' ? 'ascending' : active === 'desc' ? 'descending' : 'none'}
      className={cn(headCell, right && 'text-right', column.className)}
    >
      <button
        type="button"
        onClick={() => onSort(key)}
        className={cn('inline-flex items-center gap-1 rounded-sm hover:text-ink', active && 'text-ink')}
      >
        {column.header}
        <Arrow aria-hidden className={cn('size-3.5', !active && 'opacity-60')} />
      </button>
    </th>
  );
}

interface TableHeadProps<Row> {
  columns: readonly DataTableColumn<Row>[];
  sort: TableSort | undefined;
  onSort: (key: string) => void;
  selection?: { all: boolean; some: boolean; toggleAll: () => void };
}

export function TableHead<Row>({ columns, sort, onSort, selection }: TableHeadProps<Row>) {
  return (
    <thead className="max-sm:hidden">
      <tr>
        {selection && (
          <th scope="col" className={cn(headCell, 'w-px')}>
            <Checkbox
              aria-label="Select all rows on this page"
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onChange={selection.toggleAll}
              className="block"
            />
          </th>
        )}
        {columns.map((column) => (
          <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

interface TableRowProps<Row> {
  row: Row;
  rowKey: string;
  columns: readonly DataTableColumn<Row>[];
  href?: string;
  selection?: { selected: boolean; allowed: boolean; toggle: () => void };
}

function CellContent({ href, children }: { href?: string; children: ReactNode }) {
  if (!href) return children;
  return (
    <LinkTo href={href} prefetch={false} data-row-focus className="rounded-sm text-ink hover:text-accent-ink">
      {children}
    </LinkTo>
  );
}

export function TableRow<Row>({ row, rowKey, columns, href, selection }: TableRowProps<Row>) {
  return (
    <tr
      data-row={rowKey}
      data-href={href}
      aria-selected={selection ? selection.selected : undefined}
      className={cn(
        'group/row transition-colors focus-within:bg-hover max-sm:relative max-sm:block max-sm:border-line max-sm:border-b max-sm:px-4 max-sm:py-3 max-sm:last:border-b-0 sm:last:[&>td]:border-b-0',
        href && 'cursor-pointer hover:bg-hover',
        selection?.selected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      {selection && (
        <td className="w-px border-line border-b py-2.5 sm:group-data-[density=compact]/table:py-1 pr-1 pl-4 align-middle max-sm:absolute max-sm:top-4 max-sm:w-auto max-sm:right-4 max-sm:border-0 max-sm:p-0">
          <Checkbox
            aria-label="Select row"
            data-row-select
            {...(href ? {} : { 'data-row-focus': true })}
            checked={selection.selected}
            disabled={!selection.allowed}
            onChange={selection.toggle}
            className="block"
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.key}
          data-label={column.header}
          className={cn(
            bodyCell,
            column.align === 'right' && 'text-right tabular-nums',
            index === 0 && titleCell,
            index === 0 && selection && 'max-sm:pr-8',
            column.className,
          )}
        >
          <div className="min-w-0 max-sm:flex-1 max-sm:break-words">
            <CellContent href={index === 0 ? href : undefined}>{column.cell(row)}</CellContent>
          </div>
        </td>
      ))}
    </tr>
  );
}

export function SkeletonRows({ columns, rows = 8 }: { columns: number; rows?: number }) {
  return Array.from({ length: rows }, (_, row) => `row-${row}`).map((rowKey, row) => (
    <tr key={rowKey} className="max-sm:block max-sm:p-4">
      {Array.from({ length: columns }, (_, column) => `cell-${column}`).map((cellKey, column) => (
        <td
          key={cellKey}
          className="border-line border-b px-4 py-3.5 max-sm:block max-sm:border-0 max-sm:p-1"
        >
          <Skeleton className={(row + column) % 3 === 0 ? 'w-3/5' : 'w-4/5'} />
        </td>
      ))}
    </tr>
  ));
}
