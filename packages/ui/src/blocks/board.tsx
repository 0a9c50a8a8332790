import type { ReactNode } from 'react';
import { dotClasses } from '../components/badge.tsx';
import { LinkTo } from '../components/ui-provider.tsx';
import { cn } from '../lib/cn.ts';
import { statusTone, type Tone } from '../lib/words.ts';

export interface BoardCard {
  key: string;
  href: string;
  title: ReactNode;
  subtitle?: ReactNode;
  /** Quiet facts at the bottom. */
  meta?: ReactNode;
  badge?: ReactNode;
}

export interface BoardColumn {
  key: string;
  title: string;
  tone?: Tone;
  /** All that stand there, when the cards are only the first. */
  count?: number;
  cards: readonly BoardCard[];
  emptyText?: string;
}

export interface BoardProps {
  label: string;
  columns: readonly BoardColumn[];
  className?: string;
}

function CardLink({ card }: { card: BoardCard }) {
  return (
    <li className="relative rounded-control border border-line bg-surface p-3 shadow-card transition-colors focus-within:border-accent-line hover:border-field">
      <div className="flex items-start justify-between gap-2">
        <LinkTo
          href={card.href}
          prefetch={false}
          className="min-w-0 break-words rounded-sm font-medium text-ink text-sm leading-5 after:absolute after:inset-0 after:rounded-control"
        >
          {card.title}
        </LinkTo>
        {card.badge}
      </div>
      {card.subtitle && (
        <p className="mt-0.5 break-words text-[0.8125rem] text-ink-soft leading-5">{card.subtitle}</p>
      )}
      {card.meta && (
        <div className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-ink-faint text-xs">{card.meta}</div>
      )}
    </li>
  );
}

function Column({ column }: { column: BoardColumn }) {
  const hidden = (column.count ?? column.cards.length) - column.cards.length;
  return (
    <section
      aria-label={column.title}
      className="flex w-[17.5rem] shrink-0 snap-start flex-col gap-2 rounded-card bg-subtle p-2.5 max-sm:w-[82vw]"
    >
      <h2 className="flex items-center gap-2 px-1 py-0.5 font-medium text-[0.8125rem] text-ink">
        <span
          aria-hidden
          className={cn('size-2 rounded-full', dotClasses[column.tone ?? statusTone(column.key)])}
        />
        {column.title}
        <span className="ml-auto text-ink-faint tabular-nums">{column.count ?? column.cards.length}</span>
      </h2>
      {column.cards.length === 0 ? (
        <p className="rounded-control border border-line border-dashed px-3 py-6 text-center text-[0.8125rem] text-ink-faint">
          {column.emptyText ?? 'Nothing here'}
        </p>
      ) : (
        <ul className="grid gap-2">
          {column.cards.map((card) => (
            <CardLink key={card.key} card={card} />
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="px-1 text-ink-faint text-xs">and {hidden} more in the list</p>}
    </section>
  );
}

/** What stands in which state, side by side. Cards open their page, where the allowed actions are. */
export function Board({ label, columns, className }: BoardProps) {
  return (
    <section
      data-slot="board"
      aria-label={label}
      className={cn('flex snap-x items-start gap-3 overflow-x-auto pb-3', className)}
    >
      {columns.map((column) => (
        <Column key={column.key} column={column} />
      ))}
    </section>
  );
}
