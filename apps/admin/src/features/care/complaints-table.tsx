'use client';

import type { Outputs } from '@goodword/api';
import { complaintMachine } from '@goodword/api/client';
import {
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  humanize,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { optionsOf } from '../../lib/options.ts';
import { Severity } from './complaint-item.tsx';

type Page = Outputs['complaints']['list'];
type Row = Page['rows'][number];

const columns: DataTableColumn<Row>[] = [
  { key: 'partner', header: 'Partner', cell: (row) => row.partnerName },
  { key: 'category', header: 'About', cell: (row) => humanize(row.category) },
  { key: 'severity', header: 'Severity', cell: (row) => <Severity severity={row.severity} /> },
  { key: 'from', header: 'From', cell: (row) => humanize(row.complainant) },
  { key: 'received', header: 'Received', cell: (row) => <DateOnly value={row.receivedAt} /> },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'outcome', header: 'Came to', cell: (row) => (row.outcome ? humanize(row.outcome) : '—') },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'Open', query: { status: 'open' } },
];

/** Complaints about all partners; what they say stands on the page of the partner. */
export function ComplaintsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Complaints"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/partners/${row.partnerId}`}
      filters={[{ key: 'status', label: 'Status', options: optionsOf(complaintMachine.states) }]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="No complaints" drawing="done">
          Record a complaint on the page of the partner it is about.
        </EmptyState>
      }
    />
  );
}
