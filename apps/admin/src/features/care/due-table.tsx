'use client';

import type { Outputs } from '@goodword/api';
import { Badge, DataTable, type DataTableColumn, DateOnly, EmptyState, type TableView } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { DayOrDash } from '../../lib/facts.tsx';

type Due = Outputs['care']['due'];
type Row = Due['rows'][number];

const columns: DataTableColumn<Row>[] = [
  { key: 'partner', header: 'Partner', cell: (row) => row.partnerName },
  { key: 'types', header: 'Type', cell: (row) => row.partnerTypes },
  {
    key: 'due',
    header: 'Due',
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-2">
        <DateOnly value={row.dueAt} />
        {row.overdue && <Badge tone="danger">Overdue</Badge>}
      </span>
    ),
  },
  { key: 'last', header: 'Last contact', cell: (row) => <DayOrDash value={row.lastAt} /> },
  { key: 'planned', header: 'Planned', cell: (row) => <DayOrDash value={row.plannedAt} /> },
  { key: 'cadence', header: 'Every', cell: (row) => `${row.cadenceDays} days` },
];

const views: TableView[] = [
  { label: 'Overdue', query: {} },
  { label: 'Within two weeks', query: { due: 'soon' } },
  { label: 'All', query: { due: 'all' } },
];

export interface DueTableProps {
  page: Due;
  types: readonly { code: string; name: string }[];
}

/** Partners by when they should hear from us next. */
export function DueTable({ page, types }: DueTableProps) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Partners to contact"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.partnerId}
      rowHref={(row) => `/partners/${row.partnerId}`}
      filters={[
        {
          key: 'type',
          label: 'Partner type',
          options: types.map(({ code, name }) => ({ value: code, label: name })),
        },
      ]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="Nobody waits for a contact" drawing="done">
          A partner appears here when the days of its type have passed since the last contact.
        </EmptyState>
      }
    />
  );
}
