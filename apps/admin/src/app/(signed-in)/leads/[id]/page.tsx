import type { Metadata } from 'next';
import { LeadDetail } from '../../../../features/leads/lead-detail.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Lead' };

export default screen<'id'>(async ({ api, params }) => {
  const [lead, assignees, types] = await Promise.all([
    api.leads.get({ id: params.id }),
    api.leads.assignees(),
    api.catalogue.partnerTypes(),
  ]);
  return <LeadDetail lead={lead} assignees={assignees} types={types} />;
});
