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

/** What may be given as one of a partner's types in a year, and what of that is left; null sets no limit. */
export interface GiftLimit {
  typeName: string;
  currency: string;
  limitMinor: bigint | null;
  leftMinor: bigint | null;
}

/** The limits of a partner, with what is left beside everything else it was given in the year. */
export function limitsOf(rules: readonly GiftRule[], given: readonly Money[]): GiftLimit[] {
  return rules.map((rule) => ({
    typeName: rule.typeName,
    currency: rule.currency,
    limitMinor: rule.giftLimitMinor,
    leftMinor: leftOf(rule, given),
  }));
}

/**
 * Why this may not be given, in a sentence with the sum that is left; null when it may. The form asks it before it
 * sends, and the server again.
 */
export function giftProblem(
  gift: Money,
  { limits, year }: { limits: readonly GiftLimit[]; year: number },
): string | null {
  if (limits.length === 0) {
    return 'This partner has no partner type at the moment, so no gift limit is known. Add its type first.';
  }
  const limited = limits.filter(({ limitMinor }) => limitMinor !== null);
  const forbids = limited.find(({ limitMinor }) => limitMinor === 0n);
  if (forbids) {
    return `${forbids.typeName}: gifts and meals we pay are not allowed for this partner type. Record it without a value, or pay nothing.`;
  }
  const foreign = limited.find(({ currency }) => currency !== gift.currency);
  if (foreign) {
    return `${foreign.typeName}: the yearly limit is in ${foreign.currency}. Enter what it cost in ${foreign.currency}.`;
  }
  for (const { typeName, currency, limitMinor, leftMinor } of limited) {
    const left = leftMinor ?? 0n;
    if (gift.amountMinor > left) {
      const sum = describeMoney({ amountMinor: left, currency });
      const limit = describeMoney({ amountMinor: limitMinor ?? 0n, currency });
      return `${typeName}: ${sum} of ${limit} is left for this partner in ${year}. Give less, or wait for next year.`;
    }
  }
  return null;
}
