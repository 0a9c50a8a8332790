import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { referralsQuery } from '../../../features/referrals/referrals-query.ts';
import { ReferralsTable } from '../../../features/referrals/referrals-table.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Referrals' };

export default listScreen('referrals', async ({ api, query }) => {
  const [page, types] = await Promise.all([
    api.referrals.list(referralsQuery(query)),
    api.catalogue.partnerTypes(),
  ]);
  return (
    <Page width="wide">
      <PageHeader
        title="Referrals"
        description="Clients that partners sent us, and who is credited with them."
      />
      <ReferralsTable page={page} types={types} />
    </Page>
  );
});
