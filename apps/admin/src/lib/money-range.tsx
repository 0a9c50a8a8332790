import { Money } from '@goodword/ui';

export interface MoneyRangeProps {
  minMinor: bigint | null;
  maxMinor: bigint | null;
  currency: string;
}

/** From, up to, or both ends. */
export function MoneyRange({ minMinor, maxMinor, currency }: MoneyRangeProps) {
  if (minMinor === null && maxMinor === null) return '—';
  if (maxMinor === null && minMinor !== null) {
    return (
      <>
        from <Money amountMinor={minMinor} currency={currency} />
      </>
    );
  }
  if (minMinor === null && maxMinor !== null) {
    return (
      <>
        up to <Money amountMinor={maxMinor} currency={currency} />
      </>
    );
  }
  return (
    <>
      <Money amountMinor={minMinor ?? 0n} currency={currency} /> –{' '}
      <Money amountMinor={maxMinor ?? 0n} currency={currency} />
    </>
  );
}
