'use client';

import type { Outputs } from '@goodword/api';
import { Badge, Card, EmptyState, humanize, Money, SimpleTable } from '@goodword/ui';

type Balance = Outputs['ledger']['trialBalance'];
type CurrencyBalance = Balance['currencies'][number];
type AccountBalance = CurrencyBalance['accounts'][number];

const TOTAL = 'total';

interface Line extends Omit<AccountBalance, 'kind'> {
  kind: AccountBalance['kind'] | typeof TOTAL;
}

function linesOf({ accounts, debitMinor, creditMinor, differenceMinor }: CurrencyBalance): Line[] {
  return [...accounts, { kind: TOTAL, debitMinor, creditMinor, balanceMinor: differenceMinor }];
}

function CurrencyCard({ balance }: { balance: CurrencyBalance }) {
  const { currency, differenceMinor } = balance;
  const money = (amountMinor: bigint, isTotal: boolean) => (
    <span className={isTotal ? 'font-semibold' : undefined}>
      <Money amountMinor={amountMinor} currency={currency} />
    </span>
  );
  return (
    <Card
      title={currency}
      padded={false}
      actions={
        differenceMinor === 0n ? (
          <Badge tone="success">Balanced</Badge>
        ) : (
          <Badge tone="danger">Does not balance: stop and tell your administrator</Badge>
        )
      }
    >
      <SimpleTable
        label={`Trial balance in ${currency}`}
        rows={linesOf(balance)}
        getRowKey={(row) => row.kind}
        columns={[
          {
            key: 'account',
            header: 'Account',
            cell: (row) => (row.kind === TOTAL ? <strong>Total</strong> : humanize(row.kind)),
          },
          {
            key: 'debit',
            header: 'Debit',
            align: 'right',
            cell: (row) => money(row.debitMinor, row.kind === TOTAL),
          },
          {
            key: 'credit',
            header: 'Credit',
            align: 'right',
            cell: (row) => money(row.creditMinor, row.kind === TOTAL),
          },
          {
            key: 'balance',
            header: 'Balance',
            align: 'right',
            cell: (row) => money(row.balanceMinor, row.kind === TOTAL),
          },
        ]}
      />
    </Card>
  );
}

/** All accounts by kind; each currency must sum to zero. */
export function TrialBalance({ balance }: { balance: Balance }) {
  if (balance.currencies.length === 0) {
    return (
      <Card>
        <EmptyState title="Nothing booked yet" drawing="money">
          Bookings arise when a commission is approved or a reward becomes available.
        </EmptyState>
      </Card>
    );
  }
  return balance.currencies.map((one) => <CurrencyCard key={one.currency} balance={one} />);
}
