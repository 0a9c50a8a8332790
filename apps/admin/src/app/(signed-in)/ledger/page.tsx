import { Page, PageHeader, Tabs } from '@goodword/ui';
import type { Metadata } from 'next';
import { transactionsQuery } from '../../../features/ledger/transactions-query.ts';
import { TransactionsTable } from '../../../features/ledger/transactions-table.tsx';
import { TrialBalance } from '../../../features/ledger/trial-balance.tsx';
import { oneOf } from '../../../lib/list.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Ledger' };

export default listScreen(
  'ledger',
  async ({ api, query }) => {
    const view = oneOf(query.view, ['bookings']) ?? 'balance';
    return (
      <Page>
        <PageHeader
          title="Ledger"
          description="Every amount stands twice, once on each side. Debits are positive, credits negative."
        />
        <Tabs
          label="Ledger"
          value={view}
          tabs={[
            { value: 'balance', label: 'Trial balance', href: '/ledger' },
            { value: 'bookings', label: 'Bookings', href: '/ledger?view=bookings' },
          ]}
        />
        {view === 'balance' ? (
          <TrialBalance balance={await api.ledger.trialBalance()} />
        ) : (
          <TransactionsTable page={await api.ledger.transactions(transactionsQuery(query))} />
        )}
      </Page>
    );
  },
  { view: 'bookings' },
);
