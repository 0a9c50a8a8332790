'use client';

import { useTheme } from 'next-themes';
import { Toaster as Sonner, toast } from 'sonner';
import { cn } from '../lib/cn.ts';
import type { Tone } from '../lib/words.ts';
import { dotClasses } from './badge.tsx';

export { toast };

function sonnerTheme(theme: string | undefined): 'light' | 'dark' | 'system' {
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Where toasts appear: results of what the person did, never validation. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={sonnerTheme(resolvedTheme)}
      position="bottom-right"
      closeButton
      duration={6000}
      toastOptions={{
        classNames: {
          toast: '!rounded-card !border-line !bg-surface !text-ink !shadow-pop !font-sans',
          description: '!text-ink-soft',
          actionButton: '!bg-accent !text-accent-fg',
          cancelButton: '!bg-subtle !text-ink',
          closeButton: '!bg-surface !text-ink-soft !border-line',
          success: '[&_[data-icon]]:!text-success-solid',
          error: '[&_[data-icon]]:!text-danger-solid',
          warning: '[&_[data-icon]]:!text-warning-solid',
          info: '[&_[data-icon]]:!text-info-solid',
        },
      }}
    />
  );
}

export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn('h-4 animate-pulse rounded-md bg-subtle', className)}
    />
  );
}

const skeletonWidths = ['w-11/12', 'w-full', 'w-4/5', 'w-10/12', 'w-3/5'];

export function SkeletonText({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={cn('grid gap-2.5', className)}>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <Skeleton key={key} className={skeletonWidths[line % skeletonWidths.length]} />
      ))}
    </div>
  );
}

export function SkeletonTable({ rows = 6, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div
      role="status"
      aria-label="Loading"
      className="overflow-hidden rounded-card border border-line bg-surface shadow-card"
    >
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((rowKey, row) => (
        <div key={rowKey} className="flex gap-6 border-line border-b px-4 py-3.5 last:border-b-0">
          {Array.from({ length: columns }, (_, column) => `cell-${column}`).map((cellKey, column) => (
            <div key={cellKey} className="flex-1">
              <Skeleton className={skeletonWidths[(row + column) % skeletonWidths.length]} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

export interface ProgressProps {
  value: number;
  max?: number;
  label: string;
  /** What the bar says in words, such as "7 of 10 open". */
  valueText?: string;
  tone?: Tone | 'accent' | 'capacity';
  showValue?: boolean;
  className?: string;
}

function progressTone(tone: NonNullable<ProgressProps['tone']>, ratio: number): Tone | 'accent' {
  if (tone !== 'capacity') return tone;
  if (ratio >= 1) return 'danger';
  return ratio >= 0.8 ? 'warning' : 'success';
}

export function Progress({
  value,
  max = 100,
  label,
  valueText,
  tone = 'accent',
  showValue = true,
  className,
}: ProgressProps) {
  const ratio = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  const text = valueText ?? `${Math.round(ratio * 100)}\u00a0%`;
  return (
    <div data-slot="progress" className={cn('grid gap-1.5', className)}>
      {showValue && (
        <div className="flex justify-between gap-3 text-[0.8125rem]">
          <span className="text-ink-soft">{label}</span>
          <span className="font-medium text-ink tabular-nums">{text}</span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(Math.max(value, 0), max)}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-neutral-soft"
      >
        <div
          className={cn('h-full rounded-full transition-[width]', dotClasses[progressTone(tone, ratio)])}
          style={{ width: `${ratio * 100}%` }}
        />
      </div>
    </div>
  );
}
