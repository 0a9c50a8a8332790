import { Money } from '@goodword/ui';

export interface MoneyRangeProps {
  currency: string;
  minMinor: bigint | null;
  maxMinor: bigint | null;
}

/** A budget with one or two ends. */
export function MoneyRange({ currency, minMinor, maxMinor }: MoneyRangeProps) {
  if (minMinor === null && maxMinor === null) return <span className="text-ink-faint">Not said</span>;
  if (minMinor === null || maxMinor === null) {
    return (
      <>
        {minMinor === null ? 'up to ' : 'from '}
        <Money amountMinor={minMinor ?? maxMinor ?? 0n} currency={currency} />
      </>
    );
  }
  return (
    <>
      <Money amountMinor={minMinor} currency={currency} /> –{' '}
      <Money amountMinor={maxMinor} currency={currency} />
    </>
  );
}
