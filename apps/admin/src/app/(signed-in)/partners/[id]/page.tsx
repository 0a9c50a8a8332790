import { scorecardWindows } from '@goodword/api/client';
import type { Metadata } from 'next';
import { ComplaintsCard } from '../../../../features/care/complaints-card.tsx';
import { PartnerCare } from '../../../../features/care/partner-care.tsx';
import { ScorecardCard } from '../../../../features/care/scorecard-card.tsx';
import { YearlyChecksCard } from '../../../../features/care/yearly-checks-card.tsx';
import { PartnerGroupCard } from '../../../../features/partner-groups/partner-group-card.tsx';
import { PartnerDetail } from '../../../../features/partners/partner-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner' };

export default screen<'id'>(async ({ api, params, query }) => {
  const partnerId = params.id;
  const days = scorecardWindows.find((window) => String(window) === query.days);
  const [partner, types, caretakers, links, care, groups, moves, scorecard, complaints, checks] =
    await Promise.all([
      api.partners.get({ id: partnerId }),
      api.catalogue.partnerTypes(),
      api.leads.assignees(),
      api.links.ofPartner({ partnerId }),
      api.care.ofPartner({ partnerId }),
      api.partnerGroups.list(),
      api.partnerGroups.moves({ partnerId, limit: 10 }),
      api.scorecards.ofPartner({ partnerId, days }),
      api.complaints.list({ partnerId, limit: 50 }),
      api.yearlyChecks.ofPartner({ partnerId }),
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
      care={
        <>
          <ScorecardCard partnerId={partnerId} scorecard={scorecard} />
          <PartnerCare partnerId={partnerId} care={care} />
          <ComplaintsCard partnerId={partnerId} complaints={complaints.rows} />
          <YearlyChecksCard {...checks} />
        </>
      }
    />
  );
});
