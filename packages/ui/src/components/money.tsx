'use client';

import { type ComponentPropsWithRef, useState } from 'react';
import { cn } from '../lib/cn.ts';
import { formatMoney, minorToDecimal, parseMoneyInput } from '../lib/money.ts';
import { Input } from './input.tsx';
import { useUi } from './ui-provider.tsx';

export interface MoneyProps {
  amountMinor: bigint;
  /** ISO 4217 code. */
  currency: string;
  signed?: boolean;
  /** Greys out an amount of zero, for dense tables. */
  muteZero?: boolean;
  className?: string;
}

/** An amount in the reader's locale, exact at any size. */
export function Money({ amountMinor, currency, signed, muteZero, className }: MoneyProps) {
  const { locale } = useUi();
  return (
    <span
      data-slot="money"
      className={cn(
        'whitespace-nowrap tabular-nums',
        muteZero && amountMinor === 0n && 'text-ink-faint',
        className,
      )}
    >
      {formatMoney(amountMinor, currency, { locale, signed })}
    </span>
  );
}

export type MoneyInputProps = Omit<
  ComponentPropsWithRef<'input'>,
  'value' | 'defaultValue' | 'onChange' | 'type'
> & {
  currency: string;
  value: bigint | null;
  /** `null` with an error sentence when the text is not an amount, `null` without one when it is empty. */
  onValueChange: (value: bigint | null, error?: string, typed?: string) => void;
};

function asInputText(value: bigint | null, currency: string): string {
  return value === null ? '' : minorToDecimal(value, currency);
}

/** The value was set from outside, by a form reset for one, since this was typed. */
function isStale(draft: string, value: bigint | null, currency: string): boolean {
  if (value === null) return false;
  const parsed = parseMoneyInput(draft, currency);
  return !parsed.ok || parsed.amountMinor !== value;
}

/** Takes an amount as text and gives back minor units; the text is tidied when the person leaves it. */
export function MoneyInput({ currency, value, onValueChange, className, onBlur, ...rest }: MoneyInputProps) {
  const [draft, setDraft] = useState<string>();
  const text = draft === undefined || isStale(draft, value, currency) ? asInputText(value, currency) : draft;

  function change(next: string) {
    setDraft(next);
    if (next.trim() === '') return onValueChange(null);
    const parsed = parseMoneyInput(next, currency);
    return parsed.ok ? onValueChange(parsed.amountMinor) : onValueChange(null, parsed.error, next);
  }

  return (
    <span data-slot="money-input" className={cn('relative block', className)}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...rest}
        className="pr-14 text-right tabular-nums"
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={(event) => {
          if (parseMoneyInput(text, currency).ok) setDraft(undefined);
          onBlur?.(event);
        }}
      />
      <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-[0.8125rem] text-ink-faint">
        {currency}
      </span>
    </span>
  );
}
