import { describeMoney, type Money } from '../../shared/money.ts';

/** The rule of one of a partner's types, as far as gifts go. */
export interface GiftRule {
  typeName: string;
  /** 0 forbids gifts, null sets no limit. */
  giftLimitMinor: bigint | null;
  currency: string;
}

/** The calendar year of a moment where the organisation is. */
export function yearOf(date: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(date));
}

/** What may still be given under a rule; null when it sets no limit. Never below zero. */
export function leftOf(rule: GiftRule, given: readonly Money[]): bigint | null {
  if (rule.giftLimitMinor === null) return null;
  let left = rule.giftLimitMinor;
  for (const { amountMinor, currency } of given) if (currency === rule.currency) left -= amountMinor;
  return left > 0n ? left : 0n;
}

/**
 * Why this may not be given, in a sentence with the sum that is left; null when it may.
 * @param given everything else of the same partner and year
 */
export function giftProblem(
  gift: Money,
  { rules, given, year }: { rules: readonly GiftRule[]; given: readonly Money[]; year: number },
): string | null {
  if (rules.length === 0) {
    return 'This partner has no partner type at the moment, so no gift limit is known. Add its type first.';
  }
  const limited = rules.filter(({ giftLimitMinor }) => giftLimitMinor !== null);
  const forbids = limited.find(({ giftLimitMinor }) => giftLimitMinor === 0n);
  if (forbids) {
    return `${forbids.typeName}: gifts and meals we pay are not allowed for this partner type. Record it without a value, or pay nothing.`;
  }
  const foreign = limited.find(({ currency }) => currency !== gift.currency);
  if (foreign) {
    return `${foreign.typeName}: the yearly limit is in ${foreign.currency}. Enter what it cost in ${foreign.currency}.`;
  }
  for (const rule of limited) {
    const left = leftOf(rule, given) ?? 0n;
    if (gift.amountMinor > left) {
      const sum = describeMoney({ amountMinor: left, currency: rule.currency });
      const limit = describeMoney({ amountMinor: rule.giftLimitMinor ?? 0n, currency: rule.currency });
      return `${rule.typeName}: ${sum} of ${limit} is left for this partner in ${year}. Give less, or wait for next year.`;
    }
  }
  return null;
}
