import type { Metadata } from 'next';
import { PartnerCare } from '../../../../features/care/partner-care.tsx';
import { PartnerDetail } from '../../../../features/partners/partner-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner' };

export default screen<'id'>(async ({ api, params }) => {
  const [partner, types, caretakers, links, care] = await Promise.all([
    api.partners.get({ id: params.id }),
    api.catalogue.partnerTypes(),
    api.leads.assignees(),
    api.links.ofPartner({ partnerId: params.id }),
    api.care.ofPartner({ partnerId: params.id }),
  ]);
  return (
    <PartnerDetail
      partner={partner}
      types={types}
      caretakers={caretakers}
      links={links}
      care={<PartnerCare partnerId={params.id} care={care} />}
    />
  );
});
