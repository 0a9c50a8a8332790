import { messageMachine } from '@goodword/api/client';
import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { MessagesTable } from '../../../features/messages/messages-table.tsx';
import { oneOf } from '../../../lib/list.ts';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Messages' };

export default screen(async ({ api, query }) => {
  const to = query.q?.trim();
  // Half an address finds nothing: addresses are compared as a whole.
  const isAddress = to?.includes('@') && to.includes('.');
  return (
    <Page width="wide">
      <PageHeader title="Messages" description="Every mail the platform wrote, as the recipient got it." />
      <MessagesTable
        page={
          to && !isAddress
            ? { rows: [], nextCursor: null }
            : await api.messages.list({
                status: oneOf(query.status, messageMachine.states),
                to: to || undefined,
                cursor: query.cursor,
              })
        }
      />
    </Page>
  );
});
