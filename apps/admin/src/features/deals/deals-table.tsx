'use client';

import type { Outputs } from '@goodword/api';
import { dealMachine } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  humanize,
  Money,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { DayOrDash } from '../../lib/facts.tsx';
import { optionsOf } from '../../lib/options.ts';

type Page = Outputs['deals']['list'];
type Deal = Page['rows'][number];

const columns: DataTableColumn<Deal>[] = [
  { key: 'client', header: 'Client', cell: (row) => row.clientName },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  {
    key: 'value',
    header: 'Value',
    align: 'right',
    cell: (row) => <Money amountMinor={row.valueMinor} currency={row.currency} />,
  },
  { key: 'partner', header: 'Partner', cell: (row) => row.partnerName ?? '—' },
  { key: 'origin', header: 'Came through', cell: (row) => humanize(row.origin) },
  {
    key: 'closed',
    header: 'Closed',
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.closedAt} />,
  },
  {
    key: 'verified',
    header: 'Verified',
    className: 'whitespace-nowrap',
    hidden: true,
    cell: (row) => <DayOrDash value={row.verifiedAt} />,
  },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'To verify', query: { status: 'reported' } },
  { label: 'Verified', query: { status: 'verified' } },
];

/** Closed business, as it was reported and as it was verified. */
export function DealsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Deals"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/deals/${row.id}`}
      filters={[{ key: 'status', label: 'Status', options: optionsOf(dealMachine.states) }]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/deals', table.query)}
      {...table}
      empty={
        <EmptyState title="No deals yet" drawing="money" action={<Button href="/leads">See leads</Button>}>
          A deal is reported on a lead: by the partner who closed it, or by staff on the lead&apos;s page.
        </EmptyState>
      }
    />
  );
}
