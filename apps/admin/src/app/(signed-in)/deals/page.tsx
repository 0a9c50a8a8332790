import { dealMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { DealsTable } from '../../../features/deals/deals-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Deals' };

export default screen(async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Deals"
      description="Closed business, reported by partners or staff and verified by us."
    />
    <DealsTable
      page={
        await api.deals.list({
          status: oneOf(query.status, dealMachine.states),
          partnerId: query.partner,
          leadId: query.lead,
          cursor: query.cursor,
        })
      }
    />
  </Page>
));
