import { Lock } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { initials } from '../lib/words.ts';
import { LinkTo } from './ui-provider.tsx';

const avatarSizes = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' };

/** Initials of a name; decorative, because the name always stands beside it. */
export function Avatar({
  name,
  size = 'md',
  className,
}: {
  name: string;
  size?: keyof typeof avatarSizes;
  className?: string;
}) {
  return (
    <span
      data-slot="avatar"
      aria-hidden
      className={cn(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full border border-accent-line bg-accent-soft font-semibold text-accent-ink',
        avatarSizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      data-slot="kbd"
      className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-surface px-1 font-sans text-[0.6875rem] text-ink-faint"
    >
      {children}
    </kbd>
  );
}

export function Separator({ className }: { className?: string }) {
  return <hr data-slot="separator" className={cn('border-line border-t', className)} />;
}

export interface Crumb {
  label: string;
  href?: string;
}

export function Breadcrumbs({ items, className }: { items: readonly Crumb[]; className?: string }) {
  return (
    <nav data-slot="breadcrumbs" aria-label="Breadcrumb" className={cn('min-w-0', className)}>
      <ol className="flex min-w-0 items-center gap-1.5 text-[0.8125rem]">
        {items.map((item, index) => {
          const last = index === items.length - 1;
          return (
            <Fragment key={`${item.href ?? ''}${item.label}`}>
              {index > 0 && (
                <li aria-hidden className="text-ink-faint max-sm:hidden">
                  /
                </li>
              )}
              <li dir="auto" className={cn('min-w-0 truncate text-left', !last && 'shrink-0 max-sm:hidden')}>
                {item.href && !last ? (
                  <LinkTo href={item.href} className="rounded-sm text-ink-soft hover:text-ink">
                    {item.label}
                  </LinkTo>
                ) : (
                  <span
                    aria-current={last ? 'page' : undefined}
                    className={last ? 'font-medium text-ink' : 'text-ink-soft'}
                  >
                    {item.label}
                  </span>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}

export interface LockedFieldProps {
  label: ReactNode;
  /** Why it is locked and what opens it. */
  reason: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** Stands in the place of a value the viewer may not see, and says why. */
export function LockedField({ label, reason, action, className }: LockedFieldProps) {
  return (
    <div
      data-slot="locked-field"
      className={cn(
        'flex items-start gap-3 rounded-control border border-line border-dashed bg-subtle px-3 py-2.5',
        className,
      )}
    >
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="grid min-w-0 gap-0.5 text-sm">
        <span className="font-medium text-ink">
          {label} <span className="font-normal text-ink-faint">(locked)</span>
        </span>
        <span className="text-[0.8125rem] text-ink-soft leading-5">{reason}</span>
        {action && <div className="mt-1">{action}</div>}
      </div>
    </div>
  );
}

export interface DefinitionItem {
  label: ReactNode;
  value: ReactNode;
  help?: ReactNode;
}

const factColumns = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 xl:grid-cols-3' };

export interface DefinitionListProps {
  items: readonly DefinitionItem[];
  columns?: keyof typeof factColumns;
  className?: string;
}

/** Facts: a label and its value. One column puts them side by side, more put the value below. */
export function DefinitionList({ items, columns = 1, className }: DefinitionListProps) {
  return (
    <dl
      data-slot="facts"
      className={cn(
        columns === 1 ? 'divide-y divide-line' : 'grid gap-x-6 gap-y-4',
        factColumns[columns],
        className,
      )}
    >
      {items.map((item, index) => (
        <div
          key={typeof item.label === 'string' ? item.label : `fact-${index}`}
          className={
            columns === 1
              ? 'grid gap-x-4 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[minmax(8rem,11rem)_1fr]'
              : 'grid content-start gap-0.5'
          }
        >
          <dt className="text-[0.8125rem] text-ink-faint leading-5">{item.label}</dt>
          <dd className="min-w-0 break-words text-ink text-sm leading-5">
            {item.value === null || item.value === undefined || item.value === '' ? (
              <span className="text-ink-faint">—</span>
            ) : (
              item.value
            )}
            {item.help && <div className="text-[0.8125rem] text-ink-soft">{item.help}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
