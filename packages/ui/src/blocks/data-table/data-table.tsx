'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useUi } from '../../components/ui-provider.tsx';
import { cn } from '../../lib/cn.ts';
import { BulkBar, Refusals } from './bulk-bar.tsx';
import { SkeletonRows, TableHead, TableRow } from './table-parts.tsx';
import { formatSort, isFiltered, nextSort, parseSort, visibleColumns } from './table-query.ts';
import { TableToolbar } from './table-toolbar.tsx';
import type {
  DataTableColumn,
  SavedViews,
  SetTableQuery,
  TableFilter,
  TablePage,
  TableQuery,
  TableSelection,
  TableSort,
  TableView,
} from './types.ts';
import { useRowClicks, useRowKeys } from './use-row-input.ts';
import { useSelection } from './use-selection.ts';
import { ViewTabs } from './view-tabs.tsx';

export interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly DataTableColumn<Row>[];
  getRowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  query: TableQuery;
  setQuery: SetTableQuery;
  sort?: TableSort;
  onSort?: (sort: TableSort) => void;
  defaultSort?: TableSort;
  search?: { param?: string; placeholder?: string };
  filters?: readonly TableFilter[];
  views?: readonly TableView[];
  /** The person's own views and density, where they are kept. */
  saved?: SavedViews;
  page?: TablePage;
  csvHref?: string;
  toolbar?: ReactNode;
  bulkActions?: (selection: TableSelection<Row>) => ReactNode;
  isRowSelectable?: (row: Row) => boolean;
  loading?: boolean;
  pending?: boolean;
  empty?: ReactNode;
  className?: string;
}

/** Pages passed on the way forward, so that "previous" works when the server only knows "next". */
function useCursors({ page, query, setQuery }: Pick<DataTableProps<unknown>, 'page' | 'query' | 'setQuery'>) {
  const [trail, setTrail] = useState<string[]>([]);
  const cursor = query.cursor;
  const goTo = (to: string | undefined) => setQuery({ cursor: to || null });
  const next = page?.nextCursor;
  const onNext = next
    ? () => {
        setTrail(cursor === undefined ? [''] : [...trail, cursor]);
        goTo(next);
      }
    : undefined;
  const canGoBack = Boolean(page?.previousCursor) || Boolean(cursor);
  const onPrevious = canGoBack
    ? () => {
        goTo(page?.previousCursor ?? trail.at(-1));
        setTrail(trail.slice(0, -1));
      }
    : undefined;
  return { onNext, onPrevious };
}

/**
 * A table that the server sorts, filters and pages. What the person asks for goes to the address through `setQuery`;
 * the rows that come back are shown as they are.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    rows,
    getRowKey,
    rowHref,
    query,
    setQuery,
    filters = [],
    views = [],
    saved,
    loading,
    pending,
  } = props;
  const { navigate } = useUi();
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table);
  useRowClicks(table, navigate);
  const selection = useSelection(props);
  const { onNext, onPrevious } = useCursors(props);
  const columns = visibleColumns(props.columns, query.cols);
  const sort = props.sort ?? parseSort(query.sort) ?? props.defaultSort;
  const searchParam = props.search?.param ?? 'q';
  const filtered = isFiltered(query, filters, searchParam);
  const selectable = props.bulkActions !== undefined;

  function onSortTo(to: TableSort) {
    if (props.onSort) props.onSort(to);
    else setQuery({ sort: formatSort(to), cursor: null });
  }

  function clearFilters() {
    const keys = [searchParam, ...filters.map((filter) => filter.key), 'cursor'];
    setQuery(Object.fromEntries(keys.map((key) => [key, null])));
  }

  /** A view of the person brings its columns along; with one of ours the chosen ones stay. */
  function chooseView(asked: Record<string, string>) {
    const emptied = Object.fromEntries(Object.keys(query).map((key) => [key, null]));
    const isOwn = saved?.views.some((view) => view.query === asked);
    setQuery({ ...emptied, ...(isOwn || !query.cols ? {} : { cols: query.cols }), ...asked });
  }

  const nothing = !loading && rows.length === 0;
  return (
    <div
      data-slot="data-table"
      data-density={saved?.density}
      className={cn('group/table grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3', props.className)}
    >
      {(views.length > 0 || saved) && (
        <ViewTabs views={views} saved={saved} query={query} onChoose={chooseView} />
      )}
      <TableToolbar
        columns={props.columns}
        cols={query.cols}
        query={query}
        setQuery={setQuery}
        search={props.search}
        filters={filters}
        sort={sort}
        onSortTo={onSortTo}
        filtered={filtered}
        clearFilters={clearFilters}
        csvHref={props.csvHref}
        toolbar={props.toolbar}
        saved={saved}
      />
      {selectable && selection.some && (
        <BulkBar selected={selection.picked.keys.length} onClear={selection.picked.clear}>
          {props.bulkActions?.(selection.picked)}
        </BulkBar>
      )}
      {selection.refused.length > 0 && <Refusals refused={selection.refused} onDismiss={selection.dismiss} />}
      <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {nothing ? (
          filtered || !props.empty ? (
            <EmptyState
              drawing="search"
              title={filtered ? 'Nothing matches' : 'Nothing here yet'}
              action={filtered && <Button onClick={clearFilters}>Clear search and filters</Button>}
            >
              {filtered && 'No row fits this search and these filters.'}
            </EmptyState>
          ) : (
            props.empty
          )
        ) : (
          <div
            ref={table}
            aria-busy={loading || pending || undefined}
            className={cn(
              'sm:max-h-[max(24rem,calc(100dvh-13rem))] sm:overflow-auto',
              pending && 'opacity-60 transition-opacity delay-150',
            )}
          >
            <table className="w-full border-separate border-spacing-0 text-sm max-sm:block">
              <caption className="sr-only">{label}</caption>
              <TableHead
                columns={columns}
                sort={sort}
                onSort={(key) => onSortTo(nextSort(sort, key))}
                selection={selectable ? selection : undefined}
              />
              <tbody className="max-sm:block">
                {loading ? (
                  <SkeletonRows columns={columns.length + (selectable ? 1 : 0)} />
                ) : (
                  rows.map((row) => {
                    const key = getRowKey(row);
                    return (
                      <TableRow
                        key={key}
                        rowKey={key}
                        row={row}
                        columns={columns}
                        href={rowHref?.(row)}
                        selection={
                          selectable
                            ? {
                                selected: selection.has(row),
                                allowed: selection.isAllowed(row),
                                toggle: () => selection.toggle(key),
                              }
                            : undefined
                        }
                      />
                    );
                  })
                )}
              </tbody>
            </table>
          </div>
        )}
      </div>
      <Pagination onPrevious={onPrevious} onNext={onNext} summary={props.page?.summary} />
    </div>
  );
}
