'use client';

import type { Outputs } from '@goodword/api';
import { commissionStatuses } from '@goodword/api/client';
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
import { useMay } from '../../frame/role.tsx';
import { optionsOf } from '../../lib/options.ts';
import { ApproveSelected } from './approve-selected.tsx';

type Page = Outputs['commissions']['list'];
type Commission = Page['rows'][number];

const columns: DataTableColumn<Commission>[] = [
  { key: 'partner', header: 'Partner', cell: (row) => row.partnerName },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  {
    key: 'amount',
    header: 'Amount',
    align: 'right',
    cell: (row) => <Money amountMinor={row.amountMinor} currency={row.currency} />,
  },
  {
    key: 'direction',
    header: 'Who pays',
    cell: (row) => (row.direction === 'we_pay' ? 'We pay' : 'Partner pays'),
  },
  { key: 'client', header: 'Client', cell: (row) => row.clientName },
  { key: 'line', header: 'For', cell: (row) => humanize(row.line) },
  {
    key: 'deal',
    header: 'Deal value',
    align: 'right',
    hidden: true,
    cell: (row) => <Money amountMinor={row.dealValueMinor} currency={row.dealCurrency} />,
  },
  { key: 'type', header: 'Partner type', hidden: true, cell: (row) => row.partnerTypeName },
  {
    key: 'created',
    header: 'Calculated',
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.createdAt} />,
  },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'To approve', query: { status: 'calculated' } },
  { label: 'Held', query: { status: 'held' } },
  { label: 'Approved', query: { status: 'approved' } },
  { label: 'Paid', query: { status: 'paid' } },
];

/** What partners earn, and what they owe us. */
export function CommissionsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  const may = useMay();
  return (
    <DataTable
      label="Commissions"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/commissions/${row.id}`}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(commissionStatuses) },
        { key: 'direction', label: 'Who pays', options: optionsOf(['we_pay', 'partner_pays']) },
      ]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      bulkActions={
        may('commissions.decide') ? (selection) => <ApproveSelected selection={selection} /> : undefined
      }
      isRowSelectable={(row) => row.status === 'calculated'}
      csvHref={csvHref('/commissions', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No commissions yet"
          drawing="money"
          action={<Button href="/deals">See deals</Button>}
        >
          They are calculated when a deal is verified.
        </EmptyState>
      }
    />
  );
}
