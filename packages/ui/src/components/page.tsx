import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Breadcrumbs, type Crumb } from './small.tsx';

const pageWidths = { default: 'max-w-6xl', narrow: 'max-w-3xl', wide: 'max-w-[100rem]' };

export interface PageProps {
  width?: keyof typeof pageWidths;
  className?: string;
  children: ReactNode;
}

/** The main column of a screen. */
export function Page({ width = 'default', className, children }: PageProps) {
  return (
    <div
      data-slot="page"
      className={cn('mx-auto grid w-full grid-cols-[minmax(0,1fr)] gap-6', pageWidths[width], className)}
    >
      {children}
    </div>
  );
}

export interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** A quiet line of facts below the title. */
  meta?: ReactNode;
  icon?: ReactNode;
  className?: string;
}

export function PageHeader({
  title,
  description,
  status,
  actions,
  breadcrumbs,
  meta,
  icon,
  className,
}: PageHeaderProps) {
  return (
    <header data-slot="page-header" className={cn('grid gap-2', className)}>
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-start gap-3">
          {icon}
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="min-w-0 break-words font-semibold text-ink text-xl leading-8 tracking-tight">
                {title}
              </h1>
              {status}
            </div>
            {description && (
              <p className="mt-0.5 max-w-prose text-pretty text-ink-soft text-sm leading-6">{description}</p>
            )}
            {meta && (
              <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-ink-faint">
                {meta}
              </div>
            )}
          </div>
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}

export interface DetailLayoutProps {
  /** Facts and work. */
  main: ReactNode;
  /** Usually the timeline. */
  aside: ReactNode;
  className?: string;
}

export function DetailLayout({ main, aside, className }: DetailLayoutProps) {
  return (
    <div className={cn('grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]', className)}>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">{main}</div>
      <aside className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">{aside}</aside>
    </div>
  );
}
