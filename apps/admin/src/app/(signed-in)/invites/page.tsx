import { inviteMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { InvitesTable } from '../../../features/invites/invites-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Invites' };

export default screen(async ({ api, query }) => {
  const [page, programs] = await Promise.all([
    api.invites.list({
      status: oneOf(query.status, inviteMachine.states),
      programId: query.program,
      cursor: query.cursor,
    }),
    api.programs.list({ limit: 100 }),
  ]);
  return (
    <Page width="wide">
      <PageHeader title="Invites" description="Friends whom patients brought, and how far they came." />
      <InvitesTable page={page} programs={programs.rows} />
    </Page>
  );
});
