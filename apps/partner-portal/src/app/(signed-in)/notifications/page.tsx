import { listNotificationsInput } from '@goodword/api/client';
import { InboxScreen } from '@goodword/web';
import type { Metadata } from 'next';
import { screen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Notifications' };

export default screen(async ({ api, query }) => {
  const unreadOnly = query.show === 'unread';
  const input = listNotificationsInput.parse({ unreadOnly, cursor: query.cursor });
  return (
    <InboxScreen
      page={await api.inbox.list(input)}
      unreadOnly={unreadOnly}
      isLater={query.cursor !== undefined}
    />
  );
});
