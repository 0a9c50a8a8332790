'use client';

import { cn } from '../lib/cn.ts';
import { formatPercent, formatPhone } from '../lib/words.ts';
import { useUi } from './ui-provider.tsx';

export interface PercentProps {
  /** Basis points: 1500 is 15 %. */
  bps: number;
  digits?: number;
  className?: string;
}

export function Percent({ bps, digits, className }: PercentProps) {
  const { locale } = useUi();
  return (
    <span data-slot="percent" className={cn('whitespace-nowrap tabular-nums', className)}>
      {formatPercent(bps, { locale, digits })}
    </span>
  );
}

export interface PhoneProps {
  /** E.164, such as `+971501234567`. */
  value: string;
  link?: boolean;
  className?: string;
}

export function Phone({ value, link = true, className }: PhoneProps) {
  const text = formatPhone(value);
  const classes = cn('whitespace-nowrap tabular-nums', className);
  if (!link) {
    return (
      <span data-slot="phone" className={classes}>
        {text}
      </span>
    );
  }
  return (
    <a
      data-slot="phone"
      href={`tel:${value.replace(/[^\d+]/g, '')}`}
      className={cn(classes, 'rounded-sm text-accent-ink underline-offset-4 hover:underline')}
    >
      {text}
    </a>
  );
}
