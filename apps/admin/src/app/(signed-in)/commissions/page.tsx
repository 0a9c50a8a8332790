import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { commissionsQuery } from '../../../features/commissions/commissions-query.ts';
import { CommissionsTable } from '../../../features/commissions/commissions-table.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Commissions' };

export default listScreen('commissions', async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Commissions"
      description="What partners earn on verified deals, and what they owe us."
    />
    <CommissionsTable page={await api.commissions.list(commissionsQuery(query))} />
  </Page>
));
