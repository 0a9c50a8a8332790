import { applicationStatuses } from '@goodword/api/client';
import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { ApplicationsTable } from '../../../features/applications/applications-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Applications' };

export default listScreen('applications', async ({ api, query }) => {
  const status = oneOf(query.status, applicationStatuses);
  const page = await api.applications.list({ status, cursor: query.cursor });
  return (
    <Page width="wide">
      <PageHeader
        title="Applications"
        description="Partners that want to work with us. Each one is confirmed from its mailbox."
        actions={<Button href="/applications/rules">Review rules</Button>}
      />
      <ApplicationsTable page={page} />
    </Page>
  );
});
