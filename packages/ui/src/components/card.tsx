import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { LinkTo } from './ui-provider.tsx';

export interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Off for tables and lists that bring their own edges. */
  padded?: boolean;
  as?: 'section' | 'article' | 'div' | 'li';
  className?: string;
  children?: ReactNode;
}

export function Card({
  title,
  description,
  actions,
  footer,
  padded = true,
  as: As = 'section',
  className,
  children,
}: CardProps) {
  return (
    <As
      data-slot="card"
      className={cn('min-w-0 rounded-card border border-line bg-surface shadow-card', className)}
    >
      {(title || actions) && (
        <header
          className={cn(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4',
            !padded && 'pb-4',
          )}
        >
          <div className="min-w-0">
            {title && <h2 className="font-semibold text-[0.9375rem] text-ink leading-6">{title}</h2>}
            {description && (
              <p className="mt-0.5 max-w-prose text-[0.8125rem] text-ink-soft leading-5">{description}</p>
            )}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {children !== undefined && children !== null && (
        <div className={cn(padded && 'px-5 py-4')}>{children}</div>
      )}
      {footer && (
        <footer className="flex flex-wrap items-center justify-end gap-2 rounded-b-card border-line border-t bg-subtle/60 px-5 py-3 text-[0.8125rem] text-ink-soft">
          {footer}
        </footer>
      )}
    </As>
  );
}

export interface StatTrend {
  label: string;
  direction: 'up' | 'down' | 'flat';
  /** Whether this is good news; without it up is good. */
  good?: boolean;
}

export interface StatProps {
  label: ReactNode;
  value: ReactNode;
  help?: ReactNode;
  trend?: StatTrend;
  href?: string;
  icon?: ReactNode;
  className?: string;
}

const trendIcons = { up: TrendingUp, down: TrendingDown, flat: Minus };

function Trend({ label, direction, good }: StatTrend) {
  const Icon = trendIcons[direction];
  const isGood = good ?? direction === 'up';
  const colour = direction === 'flat' ? 'text-ink-soft' : isGood ? 'text-success-ink' : 'text-danger-ink';
  return (
    <span className={cn('inline-flex items-center gap-1 font-medium text-xs', colour)}>
      <Icon aria-hidden className="size-3.5" />
      {label}
    </span>
  );
}

/** One number that matters, with what changed. */
export function Stat({ label, value, help, trend, href, icon, className }: StatProps) {
  return (
    <div
      data-slot="stat"
      className={cn(
        '@container relative flex min-w-0 flex-col gap-1 rounded-card border border-line bg-surface px-4 py-3.5 shadow-card',
        href && 'transition-colors focus-within:border-accent-line hover:border-field',
        className,
      )}
    >
      <div className="flex items-center justify-between gap-2 text-[0.8125rem] text-ink-soft">
        {href ? (
          <LinkTo href={href} className="rounded-sm after:absolute after:inset-0 after:rounded-card">
            {label}
          </LinkTo>
        ) : (
          <span>{label}</span>
        )}
        {icon && (
          <span aria-hidden className="text-ink-faint [&_svg]:size-4">
            {icon}
          </span>
        )}
      </div>
      <div className="break-words font-semibold text-[clamp(0.9375rem,10.5cqi,1.25rem)] text-ink tabular-nums leading-8 tracking-tight">
        {value}
      </div>
      {(trend || help) && (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-faint text-xs leading-5">
          {trend && <Trend {...trend} />}
          {help}
        </div>
      )}
    </div>
  );
}

export function StatGrid({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn('grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-3', className)}>
      {children}
    </div>
  );
}
