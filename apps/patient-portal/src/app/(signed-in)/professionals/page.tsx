import { myRequestsInput } from '@goodword/api/client';
import { Button, Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { Coverage } from '../../../features/professionals/coverage.tsx';
import { Groups } from '../../../features/professionals/groups.tsx';
import { RequestsTable } from '../../../features/professionals/requests-table.tsx';
import { regionOptions } from '../../../lib/regions.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Find a professional' };

export default screen(async ({ api, query }) => {
  const { region, cursor } = query;
  const [types, check, requests, groups] = await Promise.all([
    api.catalogue.partnerTypes(),
    region ? api.coverage.check({ region }) : undefined,
    api.requests.mine(myRequestsInput.parse({ cursor })),
    api.groups.mine(),
  ]);
  return (
    <Page>
      <PageHeader
        title="Find a professional"
        description="Ask us for an introduction to somebody we know, for you and the people you decide with."
        actions={
          <Button variant="primary" href="/professionals/new">
            Request an introduction
          </Button>
        }
      />
      <Coverage regions={regionOptions(types.flatMap((type) => type.regions))} check={check} />
      <RequestsTable page={requests} />
      <Groups groups={groups} />
    </Page>
  );
});
