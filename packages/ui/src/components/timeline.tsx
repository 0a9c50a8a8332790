import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import type { Tone } from '../lib/words.ts';
import { dotClasses } from './badge.tsx';
import { DateTime, RelativeTime } from './time.tsx';

export interface TimelineEvent {
  id: string;
  title: ReactNode;
  at: Date | string;
  by?: ReactNode;
  /** Why it happened. */
  reason?: ReactNode;
  tone?: Tone | 'accent';
  icon?: ReactNode;
  detail?: ReactNode;
}

export interface TimelineProps {
  events: readonly TimelineEvent[];
  emptyText?: string;
  className?: string;
}

function Marker({ tone = 'neutral', icon }: Pick<TimelineEvent, 'tone' | 'icon'>) {
  if (icon) {
    return (
      <span
        aria-hidden
        className="z-1 flex size-6 items-center justify-center rounded-full border border-line bg-surface text-ink-soft [&_svg]:size-3.5"
      >
        {icon}
      </span>
    );
  }
  return (
    <span aria-hidden className="z-1 flex size-6 items-center justify-center">
      <span className={cn('size-2.5 rounded-full ring-4 ring-surface', dotClasses[tone])} />
    </span>
  );
}

/** Every event: what, when, who and why. */
export function Timeline({ events, emptyText = 'Nothing has happened yet.', className }: TimelineProps) {
  if (events.length === 0) return <p className="text-ink-soft text-sm">{emptyText}</p>;
  return (
    <ol data-slot="timeline" className={cn('grid', className)}>
      {events.map((event) => (
        <li
          key={event.id}
          className="relative grid grid-cols-[1.5rem_1fr] gap-x-3 pb-5 before:absolute before:top-4 before:bottom-[-0.5rem] before:left-3 before:w-px before:bg-line last:pb-0 last:before:hidden"
        >
          <Marker tone={event.tone} icon={event.icon} />
          <div className="grid min-w-0 gap-0.5 pt-0.5">
            <p className="break-words font-medium text-ink text-sm leading-5">{event.title}</p>
            <p className="flex flex-wrap gap-x-1.5 text-ink-faint text-xs leading-5">
              <DateTime value={event.at} />
              <span>
                (<RelativeTime value={event.at} />)
              </span>
              {event.by && <span>by {event.by}</span>}
            </p>
            {event.reason && (
              <p className="mt-1 border-line border-l-2 pl-2.5 text-[0.8125rem] text-ink-soft leading-5">
                {event.reason}
              </p>
            )}
            {event.detail && <div className="mt-1 text-[0.8125rem] text-ink-soft">{event.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
