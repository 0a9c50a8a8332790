'use client';

import { Columns3, Download, Rows3, Rows4, Search, X } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { menuClasses } from '../../components/dropdown-menu.tsx';
import { Input, Select } from '../../components/input.tsx';
import { cn } from '../../lib/cn.ts';
import { canHide, formatSort, parseSort, toggleColumn, visibleColumns } from './table-query.ts';
import type {
  DataTableColumn,
  SavedViews,
  SetTableQuery,
  TableFilter,
  TableQuery,
  TableSort,
} from './types.ts';

const SEARCH_DELAY_MS = 300;

interface SearchBoxProps {
  value: string;
  placeholder: string;
  onSearch: (text: string) => void;
}

/** Sends what was typed once the person pauses. An answer to its own earlier text never overwrites newer typing. */
export function SearchBox({ value, placeholder, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setText(value);
  }

  function send(next: string) {
    clearTimeout(timer.current);
    setSent(next.trim());
    onSearch(next.trim());
  }

  function type(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), SEARCH_DELAY_MS);
  }

  return (
    <div className="relative w-full sm:w-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Input
        type="search"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text);
        }}
        className="pl-9"
      />
    </div>
  );
}

interface ColumnChooserProps<Row> {
  columns: readonly DataTableColumn<Row>[];
  cols: string | undefined;
  setQuery: SetTableQuery;
}

function ColumnChooser<Row>({ columns, cols, setQuery }: ColumnChooserProps<Row>) {
  const shown = new Set(visibleColumns(columns, cols).map((column) => column.key));
  const choices = columns.filter(canHide);
  if (choices.length === 0) return null;
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>
        <Button icon={<Columns3 />}>Columns</Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Columns"
          className={menuClasses}
        >
          {choices.map((column) => (
            <Radix.CheckboxItem
              key={column.key}
              checked={shown.has(column.key)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={() => setQuery({ cols: toggleColumn(columns, cols, column.key) })}
              className="flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none data-highlighted:bg-hover"
            >
              <span
                aria-hidden
                className={cn(
                  'flex size-4 items-center justify-center rounded border text-[0.6875rem]',
                  shown.has(column.key) ? 'border-accent bg-accent text-accent-fg' : 'border-field',
                )}
              >
                {shown.has(column.key) && '✓'}
              </span>
              {column.header}
            </Radix.CheckboxItem>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface SortSelectProps<Row> {
  columns: readonly DataTableColumn<Row>[];
  sort: TableSort | undefined;
  onSortTo: (sort: TableSort) => void;
}

/** On a phone there is no header row to press. */
function SortSelect<Row>({ columns, sort, onSortTo }: SortSelectProps<Row>) {
  const options = columns
    .filter((column) => column.sortable)
    .flatMap((column) => {
      const key = column.sortKey ?? column.key;
      return [
        { value: key, label: `${column.header}, ascending` },
        { value: `-${key}`, label: `${column.header}, descending` },
      ];
    });
  if (options.length === 0) return null;
  return (
    <Select
      aria-label="Sort by"
      placeholder="Sort by"
      value={sort ? formatSort(sort) : ''}
      onChange={(event) => {
        const to = parseSort(event.target.value);
        if (to) onSortTo(to);
      }}
      options={options}
      className="max-w-full sm:hidden max-sm:w-[calc(50%-0.25rem)]"
    />
  );
}

export interface TableToolbarProps<Row> extends ColumnChooserProps<Row>, SortSelectProps<Row> {
  query: TableQuery;
  search?: { param?: string; placeholder?: string };
  filters: readonly TableFilter[];
  filtered: boolean;
  clearFilters: () => void;
  csvHref?: string;
  toolbar?: ReactNode;
  saved?: SavedViews;
}

/** On a phone rows are cards: there is nothing to press together. */
function DensitySwitch({ density, onDensity }: Pick<SavedViews, 'density' | 'onDensity'>) {
  const compact = density === 'compact';
  return (
    <IconButton
      label="Compact rows"
      variant="secondary"
      icon={compact ? <Rows4 /> : <Rows3 />}
      aria-pressed={compact}
      onClick={() => onDensity(compact ? 'comfortable' : 'compact')}
      className="max-sm:hidden aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
    />
  );
}

export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const { query, setQuery, search, filters, filtered, clearFilters, csvHref, toolbar } = props;
  const param = search?.param ?? 'q';
  return (
    <div className="flex flex-wrap items-center gap-2">
      {search && (
        <SearchBox
          value={query[param] ?? ''}
          placeholder={search.placeholder ?? 'Search'}
          onSearch={(text) => setQuery({ [param]: text || null, cursor: null })}
        />
      )}
      {filters.map((filter) => (
        <Select
          key={filter.key}
          aria-label={filter.label}
          value={query[filter.key] ?? ''}
          onChange={(event) => setQuery({ [filter.key]: event.target.value || null, cursor: null })}
          options={filter.options}
          placeholder={`${filter.label}: all`}
          className={cn(
            'max-w-full sm:w-44 max-sm:w-[calc(50%-0.25rem)]',
            query[filter.key] && '[&>select]:border-accent-ink [&>select]:bg-accent-soft',
          )}
        />
      ))}
      <SortSelect columns={props.columns} sort={props.sort} onSortTo={props.onSortTo} />
      {filtered && (
        <Button variant="ghost" icon={<X />} onClick={clearFilters}>
          Clear
        </Button>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {toolbar}
        {props.saved && <DensitySwitch {...props.saved} />}
        <ColumnChooser columns={props.columns} cols={props.cols} setQuery={setQuery} />
        {csvHref && (
          <Button href={csvHref} download icon={<Download />}>
            CSV
          </Button>
        )}
      </div>
    </div>
  );
}
