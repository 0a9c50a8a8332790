import { payoutBatchMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { BatchesTable, NewBatch } from '../../../features/payouts/batches-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Payouts' };

export default listScreen('payouts', async ({ api, query }) => {
  const page = await api.payouts.batches({
    status: oneOf(query.status, payoutBatchMachine.states),
    cursor: query.cursor,
  });
  return (
    <Page width="wide">
      <PageHeader
        title="Payouts"
        description="Batches of transfers to partners. Who creates one does not approve it."
        actions={page.rows.length > 0 && <NewBatch />}
      />
      <BatchesTable page={page} />
    </Page>
  );
});
