import { cn, Money } from '@goodword/ui';

export interface MoneyListProps {
  amounts: readonly { currency: string; amountMinor: bigint }[];
  className?: string;
}

/** Sums side by side: amounts of different currencies are never added. */
export function MoneyList({ amounts, className }: MoneyListProps) {
  if (amounts.length === 0) return <>—</>;
  return (
    <span className={cn('flex flex-wrap gap-x-3', className)}>
      {amounts.map(({ currency, amountMinor }) => (
        <Money key={currency} amountMinor={amountMinor} currency={currency} />
      ))}
    </span>
  );
}
