import { Money } from '@goodword/ui';

export interface Amount {
  currency: string;
  amountMinor: bigint;
}

/** Sums per currency, one below the other; nothing is ever added across currencies. */
export function Amounts({ amounts, none = '—' }: { amounts: readonly Amount[]; none?: string }) {
  if (amounts.length === 0) return <span className="text-ink-faint">{none}</span>;
  return (
    <span className="grid text-lg leading-7">
      {amounts.map(({ currency, amountMinor }) => (
        <Money key={currency} currency={currency} amountMinor={amountMinor} />
      ))}
    </span>
  );
}
