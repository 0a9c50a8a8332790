'use client';

import { Check } from 'lucide-react';
import { IconButton } from '../../components/button.tsx';
import { RelativeTime } from '../../components/time.tsx';
import { LinkTo } from '../../components/ui-provider.tsx';
import { cn } from '../../lib/cn.ts';

export interface NotificationItem {
  id: string;
  title: string;
  detail: string | null;
  /** Null when there is nothing to open any more. */
  href: string | null;
  occurredAt: Date;
  readAt: Date | null;
}

export interface NotificationListProps {
  label: string;
  items: readonly NotificationItem[];
  /** Opening one counts as reading it. */
  onRead: (id: string) => void;
  /** Marked by hand, without opening it. */
  onMark: (id: string) => void;
  onOpen?: () => void;
  className?: string;
}

function Text({ item }: { item: NotificationItem }) {
  const unread = item.readAt === null;
  return (
    <>
      <span
        aria-hidden
        className={cn('mt-1.5 size-2 shrink-0 rounded-full', unread ? 'bg-accent' : 'bg-transparent')}
      />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span
          className={cn('text-pretty text-sm leading-5', unread ? 'font-medium text-ink' : 'text-ink-soft')}
        >
          {unread && <span className="sr-only">Unread: </span>}
          {item.title}
        </span>
        {item.detail && (
          <span dir="auto" className="text-left truncate text-[0.8125rem] text-ink-soft">
            {item.detail}
          </span>
        )}
        <RelativeTime value={item.occurredAt} className="text-ink-faint text-xs" />
      </span>
    </>
  );
}

/** What a person was told, newest first. Unread is said in words and shown by a dot and weight. */
export function NotificationList({ label, items, onRead, onMark, onOpen, className }: NotificationListProps) {
  return (
    <ul aria-label={label} data-slot="notifications" className={cn('divide-y divide-line', className)}>
      {items.map((item) => {
        const unread = item.readAt === null;
        return (
          <li key={item.id} className="flex items-start gap-1 pr-2">
            {item.href === null ? (
              <div className="flex min-w-0 flex-1 items-start gap-3 px-4 py-3">
                <Text item={item} />
              </div>
            ) : (
              <LinkTo
                href={item.href}
                prefetch={false}
                onClick={() => {
                  if (unread) onRead(item.id);
                  onOpen?.();
                }}
                className="flex min-w-0 flex-1 items-start gap-3 px-4 py-3 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
              >
                <Text item={item} />
              </LinkTo>
            )}
            {unread && (
              <IconButton
                label="Mark as read"
                aria-label={`Mark as read: ${item.title}`}
                size="sm"
                icon={<Check />}
                className="mt-2"
                onClick={() => onMark(item.id)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
