import { Money } from '@goodword/ui';

export interface MoneyListProps {
  amounts: readonly { currency: string; amountMinor: bigint }[];
}

/** Sums side by side: amounts of different currencies are never added. */
export function MoneyList({ amounts }: MoneyListProps) {
  if (amounts.length === 0) return <>—</>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {amounts.map(({ currency, amountMinor }) => (
        <Money key={currency} amountMinor={amountMinor} currency={currency} />
      ))}
    </span>
  );
}
