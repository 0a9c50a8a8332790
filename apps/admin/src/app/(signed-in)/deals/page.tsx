import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { dealsQuery } from '../../../features/deals/deals-query.ts';
import { DealsTable } from '../../../features/deals/deals-table.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Deals' };

export default listScreen('deals', async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Deals"
      description="Closed business, reported by partners or staff and verified by us."
    />
    <DealsTable page={await api.deals.list(dealsQuery(query))} />
  </Page>
));
