import { commissionStatuses } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { CommissionsTable } from '../../../features/commissions/commissions-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Commissions' };

export default screen(async ({ api, query }) => (
  <Page width="wide">
    <PageHeader
      title="Commissions"
      description="What partners earn on verified deals, and what they owe us."
    />
    <CommissionsTable
      page={
        await api.commissions.list({
          status: oneOf(query.status, commissionStatuses),
          direction: oneOf(query.direction, ['we_pay', 'partner_pays']),
          partnerId: query.partner,
          cursor: query.cursor,
        })
      }
    />
  </Page>
));
