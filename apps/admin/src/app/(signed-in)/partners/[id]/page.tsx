import type { Metadata } from 'next';
import { PartnerCare } from '../../../../features/care/partner-care.tsx';
import { PartnerGroupCard } from '../../../../features/partner-groups/partner-group-card.tsx';
import { PartnerDetail } from '../../../../features/partners/partner-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner' };

export default screen<'id'>(async ({ api, params }) => {
  const [partner, types, caretakers, links, care, groups, moves] = await Promise.all([
    api.partners.get({ id: params.id }),
    api.catalogue.partnerTypes(),
    api.leads.assignees(),
    api.links.ofPartner({ partnerId: params.id }),
    api.care.ofPartner({ partnerId: params.id }),
    api.partnerGroups.list(),
    api.partnerGroups.moves({ partnerId: params.id, limit: 10 }),
  ]);
  return (
    <PartnerDetail
      partner={partner}
      types={types}
      caretakers={caretakers}
      links={links}
      group={
        <PartnerGroupCard
          partner={partner}
          groups={groups.filter(({ closedAt }) => closedAt === null)}
          moves={moves}
        />
      }
      care={<PartnerCare partnerId={params.id} care={care} />}
    />
  );
});
