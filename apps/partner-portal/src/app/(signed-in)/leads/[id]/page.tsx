import type { Metadata } from 'next';
import { LeadScreen } from '../../../../features/leads/lead-screen.tsx';
import { screen } from '../../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Lead' };

export default screen<'id'>(async ({ api, person, params }) => (
  <LeadScreen
    share={await api.shares.mineDetail({ id: params.id })}
    currency={person.organisation.currency}
  />
));
