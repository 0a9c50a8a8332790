'use client';

import type { Outputs } from '@goodword/api';
import { Button, Card, EmptyState, NotificationList, Page, PageHeader, Pagination, Tabs } from '@goodword/ui';
import { useInbox } from './use-inbox.ts';

export interface InboxScreenProps {
  page: Outputs['inbox']['list'];
  unreadOnly: boolean;
  /** Behind the first page. */
  isLater: boolean;
}

const hrefOf = (query: Record<string, string | undefined>) => {
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return search ? `/notifications?${search}` : '/notifications';
};

/** Everything a person was told. */
export function InboxScreen({ page, unreadOnly, isLater }: InboxScreenProps) {
  const { overview, read, markRead, markAllRead } = useInbox();
  const show = unreadOnly ? 'unread' : undefined;
  const unread = overview.data?.unread;
  const newest = overview.data?.newest[0]?.occurredAt ?? page.rows[0]?.occurredAt;
  return (
    <Page width="narrow">
      <PageHeader
        title="Notifications"
        actions={
          <>
            <Button disabled={!unread} onClick={() => newest && markAllRead(newest)}>
              Mark all as read
            </Button>
            <Button href="/notifications/settings">Choose what you get</Button>
          </>
        }
      />
      <Tabs
        label="Which notifications"
        value={unreadOnly ? 'unread' : 'all'}
        tabs={[
          { value: 'all', label: 'All', href: '/notifications' },
          { value: 'unread', label: 'Unread', href: hrefOf({ show: 'unread' }), count: unread },
        ]}
      />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <NotificationList label="Notifications" items={page.rows} onRead={read} onMark={markRead} />
        ) : (
          <EmptyState
            title={unreadOnly ? 'You have read everything' : 'Nothing yet'}
            action={
              unreadOnly ? (
                <Button href="/notifications">Show all</Button>
              ) : (
                <Button href="/notifications/settings">Choose what you get</Button>
              )
            }
          >
            {unreadOnly
              ? 'What arrives next appears here by itself.'
              : 'What concerns you appears here: you are told in the app, by e-mail or in a summary, as you choose.'}
          </EmptyState>
        )}
      </Card>
      <Pagination
        previousHref={isLater ? hrefOf({ show }) : undefined}
        nextHref={page.nextCursor ? hrefOf({ show, cursor: page.nextCursor }) : undefined}
        summary={isLater ? 'Older notifications' : undefined}
      />
    </Page>
  );
}
