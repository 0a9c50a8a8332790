'use client';

import { NotificationBell } from '@goodword/ui';
import { useInbox } from './use-inbox.ts';

/** The bell in the frame of every app. */
export function InboxBell() {
  const { overview, read, markRead, markAllRead } = useInbox();
  const { data } = overview;
  const newest = data?.newest ?? [];
  return (
    <NotificationBell
      unread={data?.unread}
      items={newest}
      state={data ? 'ready' : overview.isError ? 'failed' : 'loading'}
      onRead={read}
      onMark={markRead}
      onReadAll={() => {
        // What arrived after the newest one shown was not seen.
        const upTo = newest[0]?.occurredAt;
        if (upTo) markAllRead(upTo);
      }}
      onRetry={() => void overview.refetch()}
      allHref="/notifications"
    />
  );
}
