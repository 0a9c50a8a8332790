import { Page, PageHeader } from '@goodword/ui';
import type { Metadata } from 'next';
import { messagesQuery } from '../../../features/messages/messages-query.ts';
import { MessagesTable } from '../../../features/messages/messages-table.tsx';
import { listScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Messages' };

export default listScreen('messages', async ({ api, query }) => {
  const wish = messagesQuery(query);
  return (
    <Page width="wide">
      <PageHeader title="Messages" description="Every mail the platform wrote, as the recipient got it." />
      <MessagesTable page={wish ? await api.messages.list(wish) : { rows: [], nextCursor: null }} />
    </Page>
  );
});
