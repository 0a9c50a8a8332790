import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { NewGroup } from '../../../features/partner-groups/group-form.tsx';
import { GroupsTable } from '../../../features/partner-groups/groups-table.tsx';
import { mayPerson } from '../../../lib/may.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Partner groups' };

export default screen(async ({ api, person }) => {
  const [groups, types] = await Promise.all([api.partnerGroups.list(), api.catalogue.partnerTypes()]);
  return (
    <Page width="wide">
      <PageHeader
        title="Partner groups"
        description="Partners who share terms, the highest group first."
        actions={groups.length > 0 && mayPerson(person, 'partners.manage') && <NewGroup types={types} />}
      />
      <GroupsTable groups={groups} types={types} />
    </Page>
  );
});
