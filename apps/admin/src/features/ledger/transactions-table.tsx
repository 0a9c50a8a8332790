'use client';

import type { Outputs } from '@goodword/api';
import { ledgerAccountKinds } from '@goodword/api/client';
import { Button, DataTable, type DataTableColumn, DateTime, EmptyState, humanize, Money } from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { optionsOf } from '../../lib/options.ts';

type Page = Outputs['ledger']['transactions'];
type Transaction = Page['rows'][number];

const columns: DataTableColumn<Transaction>[] = [
  {
    key: 'when',
    header: 'Booked',
    className: 'whitespace-nowrap',
    cell: (row) => <DateTime value={row.occurredAt} />,
  },
  { key: 'kind', header: 'What', cell: (row) => humanize(row.kind) },
  {
    key: 'postings',
    header: 'Postings',
    cell: (row) => (
      <ul className="grid gap-0.5">
        {row.postings.map((posting) => (
          <li
            key={`${posting.accountKind}-${posting.holderName}-${posting.amountMinor}`}
            className="flex flex-wrap justify-between gap-x-4"
          >
            <span>
              {humanize(posting.accountKind)}
              {posting.holderName && <span className="text-ink-soft"> · {posting.holderName}</span>}
            </span>
            <Money amountMinor={posting.amountMinor} currency={posting.currency} signed />
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'reference',
    header: 'Reference',
    hidden: true,
    cell: (row) => <code className="font-mono text-xs">{row.referenceId}</code>,
  },
];

/** Every booking with its postings; a debit is positive. */
export function TransactionsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Bookings"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      filters={[{ key: 'account', label: 'Account', options: optionsOf(ledgerAccountKinds) }]}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/ledger', table.query)}
      {...table}
      empty={
        <EmptyState
          title="Nothing booked yet"
          drawing="money"
          action={<Button href="/commissions">See commissions</Button>}
        >
          A booking is made when a commission is approved, a reward opens or a payout is sent.
        </EmptyState>
      }
    />
  );
}
