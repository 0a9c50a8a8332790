'use client';

import { Bell } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SkeletonText } from '../../components/feedback.tsx';
import { LinkTo } from '../../components/ui-provider.tsx';
import { type NotificationItem, NotificationList } from './notification-list.tsx';

export interface NotificationBellProps {
  /** Undefined until it is known. */
  unread: number | undefined;
  items: readonly NotificationItem[];
  state: 'loading' | 'ready' | 'failed';
  onRead: (id: string) => void;
  onMark: (id: string) => void;
  onReadAll: () => void;
  onRetry: () => void;
  /** The page with all of them. */
  allHref: string;
}

const MOST_SHOWN = 99;

function sentence(unread: number | undefined): string {
  if (!unread) return 'Notifications';
  return `Notifications, ${unread} unread`;
}

function Content(props: NotificationBellProps & { onOpen: () => void }) {
  const { state, items, onRead, onMark, onRetry, onOpen } = props;
  if (state === 'loading') {
    return (
      <div className="p-4">
        <SkeletonText lines={4} />
      </div>
    );
  }
  if (state === 'failed') {
    return (
      <div className="grid justify-items-start gap-2 p-4 text-ink-soft text-sm">
        Your notifications could not be read.
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  if (items.length === 0) {
    return <p className="p-4 text-ink-soft text-sm">Nothing yet. What concerns you appears here.</p>;
  }
  return (
    <NotificationList
      label="Newest notifications"
      items={items}
      onRead={onRead}
      onMark={onMark}
      onOpen={onOpen}
    />
  );
}

/** How many are unread, the newest, and the way to all of them. */
export function NotificationBell(props: NotificationBellProps) {
  const { unread, onReadAll, allHref } = props;
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button variant="ghost" size="icon" aria-label={sentence(unread)} className="relative">
          <Bell aria-hidden className="size-4" />
          {unread !== undefined && unread > 0 && (
            <span
              aria-hidden
              className="absolute -top-0.5 -right-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-accent-fg leading-4.5 tabular-nums"
            >
              {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
            </span>
          )}
        </Button>
      </Popover.Trigger>
      {/* Said once when the number changes, whether or not the list is open. */}
      <span role="status" className="sr-only">
        {unread ? `${unread} unread notifications` : ''}
      </span>
      <Popover.Portal>
        <Popover.Content
          data-slot="notification-bell"
          aria-label="Notifications"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-h-[min(32rem,var(--radix-popover-content-available-height))] w-[min(24rem,calc(100vw-1rem))] animate-rise flex-col overflow-hidden rounded-card border border-line bg-surface text-ink shadow-pop outline-none"
        >
          <div className="flex items-center justify-between gap-3 border-line border-b px-4 py-2.5">
            <h2 className="font-semibold text-sm">Notifications</h2>
            <Button size="sm" variant="ghost" disabled={!unread} onClick={onReadAll}>
              Mark all as read
            </Button>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <Content {...props} onOpen={() => setOpen(false)} />
          </div>
          <LinkTo
            href={allHref}
            onClick={() => setOpen(false)}
            className="border-line border-t px-4 py-2.5 text-center font-medium text-accent-ink text-sm hover:bg-hover focus-visible:-outline-offset-2"
          >
            All notifications
          </LinkTo>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
