import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { leadsQuery } from '../../../features/leads/leads-query.ts';
import { LeadsTable } from '../../../features/leads/leads-table.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Leads' };

export default listScreen('leads', async ({ api, person, query }) => {
  const [page, assignees] = await Promise.all([api.leads.list(leadsQuery(query)), api.leads.assignees()]);
  return (
    <Page width="wide">
      <PageHeader
        title="Leads"
        description="People who look for something we or a partner can help with."
        actions={
          mayPerson(person, 'leads.work') && (
            <Button variant="primary" href="/leads/new">
              Add a lead
            </Button>
          )
        }
      />
      <LeadsTable page={page} assignees={assignees} />
    </Page>
  );
});
