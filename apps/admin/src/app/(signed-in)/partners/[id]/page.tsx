import type { Metadata } from 'next';
import { PartnerDetail } from '../../../../features/partners/partner-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner' };

export default screen<'id'>(async ({ api, params }) => {
  const [partner, types] = await Promise.all([
    api.partners.get({ id: params.id }),
    api.catalogue.partnerTypes(),
  ]);
  return <PartnerDetail partner={partner} types={types} />;
});
