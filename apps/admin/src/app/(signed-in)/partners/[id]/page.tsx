import type { Metadata } from 'next';
import { PartnerDetail } from '../../../../features/partners/partner-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner' };

export default screen<'id'>(async ({ api, params }) => {
  const [partner, types, caretakers, links] = await Promise.all([
    api.partners.get({ id: params.id }),
    api.catalogue.partnerTypes(),
    api.leads.assignees(),
    api.links.ofPartner({ partnerId: params.id }),
  ]);
  return <PartnerDetail partner={partner} types={types} caretakers={caretakers} links={links} />;
});
