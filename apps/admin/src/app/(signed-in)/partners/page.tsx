import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { partnersQuery } from '../../../features/partners/partners-query.ts';
import { PartnersTable } from '../../../features/partners/partners-table.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partners' };

export default listScreen('partners', async ({ api, person, query }) => {
  const [page, types, caretakers, groups] = await Promise.all([
    api.partners.list(partnersQuery(query)),
    api.catalogue.partnerTypes(),
    api.leads.assignees(),
    api.partnerGroups.list(),
  ]);
  return (
    <Page width="wide">
      <PageHeader
        title="Partners"
        description="Everybody we work with, and on what terms."
        actions={
          <>
            <Button href="/partners/invitations">Open invitations</Button>
            {mayPerson(person, 'partners.manage') && (
              <>
                <Button href="/partners/import">Import</Button>
                <Button variant="primary" href="/partners/invite">
                  Invite a partner
                </Button>
              </>
            )}
          </>
        }
      />
      <PartnersTable page={page} types={types} caretakers={caretakers} groups={groups} />
    </Page>
  );
});
