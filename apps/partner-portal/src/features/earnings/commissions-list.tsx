'use client';

import type { Outputs } from '@goodword/api';
import { commissionStatuses } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  Money,
  StatusBadge,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { shortReference } from '../../lib/short-reference.ts';
import { commissionWords, lineWords } from '../../lib/words.ts';

type Commission = Outputs['commissions']['mine']['rows'][number];

const columns: DataTableColumn<Commission>[] = [
  { key: 'commission', header: 'Commission', cell: ({ id }) => shortReference(id) },
  { key: 'line', header: 'For', cell: ({ line }) => lineWords[line] },
  {
    key: 'direction',
    header: 'Direction',
    cell: ({ direction }) => (direction === 'we_pay' ? 'We pay you' : 'You pay us'),
  },
  {
    key: 'amount',
    header: 'Amount',
    align: 'right',
    cell: ({ amountMinor, currency }) => <Money amountMinor={amountMinor} currency={currency} />,
  },
  {
    key: 'status',
    header: 'Status',
    cell: ({ status }) => <StatusBadge status={status} label={commissionWords[status]} />,
  },
  { key: 'created', header: 'Since', cell: ({ createdAt }) => <DateOnly value={createdAt} /> },
  { key: 'paid', header: 'Paid', cell: ({ paidAt }) => (paidAt ? <DateOnly value={paidAt} /> : '—') },
];

const statusOptions = commissionStatuses.map((value) => ({ value, label: commissionWords[value] ?? value }));

export function CommissionsList({ page }: { page: Outputs['commissions']['mine'] }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Commissions"
      rows={page.rows}
      columns={columns}
      getRowKey={({ id }) => id}
      rowHref={({ id }) => `/earnings/${id}`}
      {...table}
      csvHref={csvHref('/earnings', table.query)}
      filters={[{ key: 'status', label: 'Status', options: statusOptions }]}
      page={{ nextCursor: page.nextCursor }}
      empty={
        <EmptyState
          drawing="money"
          title="No commissions yet"
          action={
            <Button variant="primary" href="/refer">
              Refer a client
            </Button>
          }
        >
          A commission shows up here when a deal of yours is verified, with each step of its calculation.
        </EmptyState>
      }
    />
  );
}
