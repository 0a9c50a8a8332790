'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import type { Tone } from '../lib/words.ts';

const icons = {
  neutral: Info,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

const colours: Record<Tone, { box: string; icon: string }> = {
  neutral: { box: 'border-neutral-line bg-neutral-soft', icon: 'text-neutral-ink' },
  info: { box: 'border-info-line bg-info-soft', icon: 'text-info-ink' },
  success: { box: 'border-success-line bg-success-soft', icon: 'text-success-ink' },
  warning: { box: 'border-warning-line bg-warning-soft', icon: 'text-warning-ink' },
  danger: { box: 'border-danger-line bg-danger-soft', icon: 'text-danger-ink' },
};

export interface AlertProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
  className?: string;
}

/** A message that belongs to the page. Warnings and dangers are announced; the others are read in order. */
export function Alert({ tone = 'info', title, children, actions, onDismiss, className }: AlertProps) {
  const Icon = icons[tone];
  const urgent = tone === 'danger' || tone === 'warning';
  return (
    <div
      data-slot="alert"
      role={urgent ? 'alert' : 'note'}
      className={cn(
        'flex items-start gap-3 rounded-card border px-4 py-3 text-sm',
        colours[tone].box,
        className,
      )}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', colours[tone].icon)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-medium text-ink">{title}</p>}
        {children && <div className="text-ink-soft leading-5">{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
      {onDismiss && (
        <button
          type="button"
          onClick={onDismiss}
          aria-label="Dismiss"
          className="-m-1 rounded-md p-1.5 text-ink-soft hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}

/** An alert across the whole shell, for what concerns every page. */
export function Banner({ className, ...rest }: AlertProps) {
  return (
    <Alert className={cn('rounded-none border-x-0 border-t-0 px-4 py-2.5 sm:px-6', className)} {...rest} />
  );
}
