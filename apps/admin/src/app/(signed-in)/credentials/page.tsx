import { credentialStatuses } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { CredentialsTable } from '../../../features/credentials/credentials-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Credentials' };

export default screen(async ({ api, query }) => {
  const status = oneOf(query.status, credentialStatuses) ?? 'waiting';
  return (
    <Page width="wide">
      <PageHeader
        title="Credentials"
        description="Licences that wait to be checked, and those that end next."
      />
      <CredentialsTable page={await api.credentials.list({ status, cursor: query.cursor })} />
    </Page>
  );
});
