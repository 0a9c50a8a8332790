'use client';

import type { Outputs } from '@goodword/api';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  Money,
  StatusBadge,
  TextLink,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { shortReference } from '../../lib/short-reference.ts';

type Payout = Outputs['payouts']['mine']['rows'][number];

const columns: DataTableColumn<Payout>[] = [
  { key: 'payout', header: 'Payout', cell: ({ id }) => shortReference(id) },
  { key: 'status', header: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    key: 'amount',
    header: 'Amount',
    align: 'right',
    cell: ({ amountMinor, currency }) => <Money amountMinor={amountMinor} currency={currency} />,
  },
  { key: 'created', header: 'Prepared', cell: ({ createdAt }) => <DateOnly value={createdAt} /> },
  { key: 'paid', header: 'Paid', cell: ({ paidAt }) => (paidAt ? <DateOnly value={paidAt} /> : '—') },
  { key: 'reference', header: 'Bank reference', cell: ({ reference }) => reference ?? '—' },
  {
    key: 'lines',
    header: 'Commissions',
    cell: ({ lines, currency }) => (
      <ul className="grid gap-0.5">
        {lines.map(({ commissionId, amountMinor }) => (
          <li key={commissionId}>
            <TextLink href={`/earnings/${commissionId}`} className="inline-block py-1 text-[0.8125rem]">
              <Money amountMinor={amountMinor} currency={currency} />
            </TextLink>
          </li>
        ))}
      </ul>
    ),
  },
];

export function PayoutsList({ page }: { page: Outputs['payouts']['mine'] }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Payouts"
      rows={page.rows}
      columns={columns}
      getRowKey={({ id }) => id}
      {...table}
      csvHref={csvHref('/earnings/payouts', table.query)}
      page={{ nextCursor: page.nextCursor }}
      empty={
        <EmptyState
          drawing="money"
          title="No payouts yet"
          action={<Button href="/earnings">See commissions</Button>}
        >
          Approved commissions of one currency are paid together. The payout and its bank reference show up
          here.
        </EmptyState>
      }
    />
  );
}
