import { listMyInvitesInput } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { FriendsTable } from '../../../features/friends/friends-table.tsx';
import { Programs } from '../../../features/friends/programs.tsx';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Refer friends' };

export default screen(async ({ api, query }) => {
  const input = listMyInvitesInput.parse({ cursor: query.cursor, limit: 15 });
  const [home, friends] = await Promise.all([api.invites.home(), api.invites.mine(input)]);
  return (
    <Page>
      <PageHeader
        title="Refer friends"
        description="Send your link to somebody who would like us. You both get a reward for it."
      />
      <Programs programs={home.programs} chosen={query.program} />
      <FriendsTable page={friends} />
    </Page>
  );
});
