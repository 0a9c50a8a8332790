'use client';

import type { Outputs } from '@goodword/api';
import { referralRequestMachine, regionName } from '@goodword/api/client';
import {
  Board,
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  RelativeTime,
  StatusBadge,
} from '@goodword/ui';
import { csvHref, regionOptions, useTableQuery } from '@goodword/web';
import { usePatientWords } from '../../frame/role.tsx';
import { optionsOf } from '../../lib/options.ts';
import type { BoardStatus } from './board-statuses.ts';

type Page = Outputs['requests']['list'];
type Request = Page['rows'][number];

const titles: Record<BoardStatus, string> = {
  pending: 'To match',
  matched: 'Matched',
  intro_sent: 'Introduced',
  connected: 'Connected',
  closed: 'Closed',
};

const emptyTexts: Record<BoardStatus, string> = {
  pending: 'No request waits for a professional.',
  matched: 'No match waits to be sent.',
  intro_sent: 'Nobody is waiting for a first talk.',
  connected: 'No talks under way.',
  closed: 'Nothing closed yet.',
};

export interface RequestsBoardProps {
  columns: readonly { status: BoardStatus; rows: readonly Request[]; more: boolean }[];
}

/** Requests side by side, by how far they are. */
export function RequestsBoard({ columns }: RequestsBoardProps) {
  return (
    <Board
      label="Introductions"
      columns={columns.map(({ status, rows, more }) => ({
        key: status,
        title: more ? `${titles[status]} (first ${rows.length})` : titles[status],
        emptyText: emptyTexts[status],
        cards: rows.map((row) => ({
          key: row.id,
          href: `/introductions/${row.id}`,
          title: row.groupName,
          subtitle: `${row.partnerTypeName} in ${regionName(row.region)}`,
          meta: (
            <>
              {row.partnerName && <span>{row.partnerName}</span>}
              <span>{row.groupSize === 1 ? '1 person' : `${row.groupSize} people`}</span>
              <RelativeTime value={row.createdAt} />
            </>
          ),
        })),
      }))}
    />
  );
}

const columns: DataTableColumn<Request>[] = [
  { key: 'group', header: 'Group', cell: (row) => row.groupName },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'type', header: 'Looks for', cell: (row) => row.partnerTypeName },
  { key: 'region', header: 'Region', cell: (row) => regionName(row.region) },
  { key: 'client', header: 'Asked by', cell: (row) => row.clientName },
  { key: 'partner', header: 'Professional', cell: (row) => row.partnerName ?? '—' },
  {
    key: 'created',
    header: 'Asked',
    sortable: true,
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.createdAt} />,
  },
];

export interface RequestsTableProps {
  page: Page;
  types: readonly { code: string; name: string }[];
}

/** The same as a list, with every state. */
export function RequestsTable({ page, types }: RequestsTableProps) {
  const patients = usePatientWords();
  const table = useTableQuery();
  return (
    <DataTable
      label="Introduction requests"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/introductions/${row.id}`}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(referralRequestMachine.states) },
        {
          key: 'type',
          label: 'Looks for',
          options: types.map(({ code, name }) => ({ value: code, label: name })),
        },
        { key: 'region', label: 'Region', options: regionOptions },
      ]}
      defaultSort={{ key: 'created', dir: 'desc' }}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/introductions', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No requests yet"
          drawing="people"
          action={<Button href="/coverage">See coverage</Button>}
        >
          {patients.Many} ask for a professional in their portal, where coverage is available.
        </EmptyState>
      }
    />
  );
}
