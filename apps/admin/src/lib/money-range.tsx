import { currencyDecimals } from '@goodword/config/currencies';
import { formatMoney } from '@goodword/ui';

export interface MoneyRangeProps {
  minMinor: bigint | null;
  maxMinor: bigint | null;
  currency: string;
}

/** Budgets are round: their cents say nothing and take the place of digits that do. */
function roundly(amountMinor: bigint, currency: string): string {
  const unit = 10n ** BigInt(currencyDecimals(currency));
  const text = formatMoney(amountMinor, currency);
  return amountMinor % unit === 0n ? text.replace(/\.0+$/, '') : text;
}

/** From, up to, or both ends. */
export function MoneyRange({ minMinor, maxMinor, currency }: MoneyRangeProps) {
  if (minMinor === null && maxMinor === null) return '—';
  const min = minMinor === null ? null : roundly(minMinor, currency);
  const max = maxMinor === null ? null : roundly(maxMinor, currency);
  const text = min && max ? `${min} – ${max}` : min ? `from ${min}` : `up to ${max}`;
  return <span className="tabular-nums">{text}</span>;
}
