'use client';

import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Button } from './button.tsx';
import { type DrawingName, EmptyDrawing } from './drawings.tsx';

export interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  /** The first thing to do here. */
  action?: ReactNode;
  drawing?: DrawingName;
  compact?: boolean;
  className?: string;
}

export function EmptyState({
  title,
  children,
  action,
  drawing = 'list',
  compact,
  className,
}: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn(
        'flex flex-col items-center justify-center gap-1.5 px-6 text-center',
        compact ? 'py-8' : 'py-14',
        className,
      )}
    >
      <EmptyDrawing name={drawing} className={compact ? 'mb-1 h-16' : 'mb-3 h-24'} />
      <h3 className="font-semibold text-[0.9375rem] text-ink">{title}</h3>
      {children && <div className="max-w-md text-pretty text-ink-soft text-sm leading-6">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  title?: ReactNode;
  /** What happened. */
  what: ReactNode;
  /** What to do now. */
  next?: ReactNode;
  referenceId?: string;
  action?: ReactNode;
  onRetry?: () => void;
  /** Shown large, such as 404. */
  code?: string | number;
  className?: string;
}

export function ErrorState({
  title = 'Something went wrong',
  what,
  next,
  referenceId,
  action,
  onRetry,
  code,
  className,
}: ErrorStateProps) {
  return (
    <div
      data-slot="error-state"
      role="alert"
      className={cn('mx-auto flex max-w-lg flex-col items-center gap-2 px-6 py-14 text-center', className)}
    >
      <EmptyDrawing name="lost" className="mb-3 h-24" />
      {code !== undefined && <p className="font-medium text-[0.8125rem] text-accent-ink">Error {code}</p>}
      <h1 className="font-semibold text-ink text-lg">{title}</h1>
      <p className="text-pretty text-ink-soft text-sm leading-6">{what}</p>
      {next && <p className="text-pretty text-ink-soft text-sm leading-6">{next}</p>}
      {(action || onRetry) && (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {onRetry && (
            <Button variant="primary" icon={<RotateCcw />} onClick={onRetry}>
              Try again
            </Button>
          )}
          {action}
        </div>
      )}
      {referenceId && (
        <p className="mt-4 text-ink-faint text-xs">
          Reference to quote when you ask for help:{' '}
          <code className="font-mono text-ink-soft">{referenceId}</code>
        </p>
      )}
    </div>
  );
}
