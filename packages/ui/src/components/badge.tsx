import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { humanize, statusTone, type Tone } from '../lib/words.ts';

const toneClasses: Record<Tone | 'accent', string> = {
  neutral: 'border-neutral-line bg-neutral-soft text-neutral-ink',
  info: 'border-info-line bg-info-soft text-info-ink',
  success: 'border-success-line bg-success-soft text-success-ink',
  warning: 'border-warning-line bg-warning-soft text-warning-ink',
  danger: 'border-danger-line bg-danger-soft text-danger-ink',
  accent: 'border-accent-line bg-accent-soft text-accent-ink',
};

export const dotClasses: Record<Tone | 'accent', string> = {
  neutral: 'bg-neutral-solid',
  info: 'bg-info-solid',
  success: 'bg-success-solid',
  warning: 'bg-warning-solid',
  danger: 'bg-danger-solid',
  accent: 'bg-accent',
};

export interface BadgeProps {
  tone?: Tone | 'accent';
  dot?: boolean;
  className?: string;
  title?: string;
  children: ReactNode;
}

export function Badge({ tone = 'neutral', dot, className, title, children }: BadgeProps) {
  return (
    <span
      data-slot="badge"
      data-tone={tone}
      title={title}
      className={cn(
        'inline-flex w-fit max-w-full items-center gap-1.5 whitespace-nowrap rounded-full border px-2 py-px font-medium text-xs leading-5',
        toneClasses[tone],
        className,
      )}
    >
      {dot && <span aria-hidden className={cn('size-1.5 shrink-0 rounded-full', dotClasses[tone])} />}
      <span className="truncate">{children}</span>
    </span>
  );
}

export interface StatusBadgeProps {
  /** The status word as the API says it, such as `in_progress`. */
  status: string;
  label?: string;
  tone?: Tone;
  className?: string;
}

/** A status word for people, in the colour of what it means. The words say it; the colour only helps. */
export function StatusBadge({ status, label, tone, className }: StatusBadgeProps) {
  return (
    <Badge tone={tone ?? statusTone(status)} dot className={className}>
      {label ?? humanize(status)}
    </Badge>
  );
}
