'use client';

import type { Outputs } from '@goodword/api';
import { Badge, DataTable, type DataTableColumn, DateOnly, EmptyState, type TableView } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { DayOrDash } from '../../lib/facts.tsx';

type Page = Outputs['yearlyChecks']['list'];
type Row = Page['rows'][number];

const columns: DataTableColumn<Row>[] = [
  { key: 'partner', header: 'Partner', cell: (row) => row.partnerName },
  { key: 'year', header: 'Year', align: 'right', cell: (row) => row.year },
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
  { key: 'answered', header: 'Answered', cell: (row) => `${row.answered} of ${row.toAnswer}` },
  { key: 'closed', header: 'Closed', cell: (row) => <DayOrDash value={row.closedAt} /> },
];

const views: TableView[] = [
  { label: 'Overdue', query: {} },
  { label: 'Open', query: { state: 'open' } },
  { label: 'Closed', query: { state: 'closed' } },
];

/** Yearly checks of all partners. */
export function ChecksTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Yearly checks"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/partners/${row.partnerId}`}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="No check here" drawing="done">
          A check begins 30 days before a partner has been active for another year.
        </EmptyState>
      }
    />
  );
}
