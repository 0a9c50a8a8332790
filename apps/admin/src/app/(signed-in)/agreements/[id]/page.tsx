import type { Metadata } from 'next';
import { AgreementDetail } from '../../../../features/agreements/agreement-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Agreement' };

export default screen<'id'>(async ({ api, params }) => {
  const [agreement, types] = await Promise.all([
    api.agreements.get({ id: params.id }),
    api.catalogue.partnerTypes(),
  ]);
  return <AgreementDetail agreement={agreement} types={types} />;
});
