import { plural } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { invitesQuery } from '../../../features/invites/invites-query.ts';
import { InvitesTable } from '../../../features/invites/invites-table.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Invites' };

export default listScreen('invites', async ({ api, person, query }) => {
  const [page, programs] = await Promise.all([
    api.invites.list(invitesQuery(query)),
    api.programs.list({ limit: 100 }),
  ]);
  return (
    <Page width="wide">
      <PageHeader
        title="Invites"
        description={`Friends whom ${plural(person.organisation.patientWord)} brought, and how far they came.`}
      />
      <InvitesTable page={page} programs={programs.rows} />
    </Page>
  );
});
