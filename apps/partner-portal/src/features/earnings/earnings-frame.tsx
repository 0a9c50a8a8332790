import type { Outputs } from '@goodword/api';
import { Card, DefinitionList, Money, Page, PageHeader, Tabs } from '@goodword/ui';
import type { ReactNode } from 'react';

type CurrencySums = Outputs['commissions']['summary']['currencies'][number];

export interface EarningsFrameProps {
  summary: Outputs['commissions']['summary'];
  tab: 'commissions' | 'payouts';
  children: ReactNode;
}

/** Totals per currency above the list of commissions or payouts. */
export function EarningsFrame({ summary, tab, children }: EarningsFrameProps) {
  return (
    <Page>
      <PageHeader
        title="Earnings"
        description="Every commission with its calculation, and what was paid out."
      />
      {summary.currencies.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-2">
          {summary.currencies.map((sums) => (
            <Totals key={sums.currency} sums={sums} />
          ))}
        </div>
      )}
      <Tabs
        label="Earnings"
        value={tab}
        tabs={[
          { value: 'commissions', label: 'Commissions', href: '/earnings' },
          { value: 'payouts', label: 'Payouts', href: '/earnings/payouts' },
        ]}
      />
      {children}
    </Page>
  );
}

function Totals({ sums }: { sums: CurrencySums }) {
  const { currency } = sums;
  const owes = sums.owedToUsMinor !== 0n || sums.settledToUsMinor !== 0n;
  // Who only pays us is spared the empty lines of who is paid.
  const earns = !owes || sums.paidMinor !== 0n || sums.approvedMinor !== 0n || sums.openMinor !== 0n;
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />;
  return (
    <Card title={currency}>
      <DefinitionList
        items={[
          ...(earns
            ? [
                { label: 'Paid to you', value: money(sums.paidMinor) },
                { label: 'Approved, to be paid', value: money(sums.approvedMinor) },
                { label: 'Being checked', value: money(sums.openMinor) },
              ]
            : []),
          ...(owes
            ? [
                { label: 'You owe us', value: money(sums.owedToUsMinor) },
                { label: 'You have settled', value: money(sums.settledToUsMinor) },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
