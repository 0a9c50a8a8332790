import { partnerReferralMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ReferralsTable } from '../../../features/referrals/referrals-table.tsx';
import { listPosition, oneOf, sortOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Referrals' };

export default screen(async ({ api, query }) => {
  const [page, types] = await Promise.all([
    api.referrals.list({
      ...listPosition(query),
      dir: sortOf(query, ['submitted']).dir,
      status: oneOf(query.status, partnerReferralMachine.states),
      partnerId: query.partner,
      partnerTypeCode: query.type,
    }),
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
