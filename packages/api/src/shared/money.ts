import { currencyDecimals } from '@goodword/config/currencies';
import { invariant } from './errors.ts';

/** Amount in minor units of an ISO 4217 currency. */
export interface Money {
  amountMinor: bigint;
  currency: string;
}

/** Basis points: 10 000 = 100 %. */
export const FULL_BPS = 10_000;

/**
 * The one rounding rule: half away from zero, on integers.
 * @param numerator amount × rate, exact
 * @param denominator positive
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  invariant(denominator > 0n, 'rounding needs a positive denominator');
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const rounded = (size * 2n + denominator) / (denominator * 2n);
  return negative ? -rounded : rounded;
}

/** `amountMinor` × `rateBps`, rounded once. */
export function applyRate(amountMinor: bigint, rateBps: number): bigint {
  invariant(Number.isInteger(rateBps), 'a rate is an integer of basis points');
  return divideRounded(amountMinor * BigInt(rateBps), BigInt(FULL_BPS));
}

/** Cuts an amount in two that sum exactly: the first part is rounded, the second is the rest. */
export function splitByRate(amountMinor: bigint, firstBps: number): { first: bigint; rest: bigint } {
  const first = applyRate(amountMinor, firstBps);
  return { first, rest: amountMinor - first };
}

/** Plain text for traces and mails, e.g. `AED 1,250.50`, with the decimals the currency has. */
export function describeMoney({ amountMinor, currency }: Money): string {
  const digits = currencyDecimals(currency);
  const negative = amountMinor < 0n;
  const text = (negative ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  const whole = BigInt(text.slice(0, text.length - digits)).toLocaleString('en');
  const fraction = digits > 0 ? `.${text.slice(-digits)}` : '';
  return `${currency} ${negative ? '-' : ''}${whole}${fraction}`;
}

/** Basis points as text, e.g. `12.5 %`. */
export function describeRate(rateBps: number): string {
  const whole = Math.trunc(rateBps / 100);
  const rest = String(rateBps % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest ? `${whole}.${rest} %` : `${whole} %`;
}
