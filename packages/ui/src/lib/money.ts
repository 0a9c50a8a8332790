import { currencyDecimals } from '@goodword/config/currencies';
import { numberFormat } from './formats.ts';

function splitMinor(amountMinor: bigint, decimals: number) {
  const digits = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return { whole: digits.slice(0, at), fraction: digits.slice(at) };
}

/** Minor units as a plain decimal string, for inputs and CSV: `minorToDecimal(123450n, 'USD')` is `"1234.50"`. */
export function minorToDecimal(amountMinor: bigint, currency: string): string {
  const { whole, fraction } = splitMinor(amountMinor, currencyDecimals(currency));
  const sign = amountMinor < 0n ? '-' : '';
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}

export interface FormatMoneyOptions {
  locale?: string;
  /** Shows a plus before amounts above zero. */
  signed?: boolean;
}

/**
 * Minor units (bigint) and ISO 4217 code to text in the reader's locale. Exact at any size: the whole part goes
 * through Intl as a bigint and the fraction as digits; no float is involved.
 */
export function formatMoney(amountMinor: bigint, currency: string, options: FormatMoneyOptions = {}): string {
  const locale = options.locale ?? 'en-US';
  const decimals = currencyDecimals(currency);
  const { whole, fraction } = splitMinor(amountMinor, decimals);
  const negative = amountMinor < 0n;
  const showSign = negative || (options.signed === true && amountMinor > 0n);
  const money = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: showSign ? 'always' : 'never',
  });
  // -0 keeps the sign of amounts between -1 and 0, whose whole part alone has lost it.
  const wholeValue = negative ? (whole === '0' ? -0 : -BigInt(whole)) : BigInt(whole);
  const fractionText = numberFormat(locale, {
    minimumIntegerDigits: Math.max(decimals, 1),
    useGrouping: false,
  }).format(BigInt(fraction || '0'));
  return money
    .formatToParts(wholeValue)
    .map((part) => (part.type === 'fraction' ? fractionText : part.value))
    .join('');
}

export type ParsedMoney = { ok: true; amountMinor: bigint } | { ok: false; error: string };

const fail = (error: string): ParsedMoney => ({ ok: false, error });

/**
 * What a person typed to minor units. Takes `1234.5`, `1,234.50`, `1 234.50`, `USD 12`, `-5`; refuses more decimals than
 * the currency has and a comma used as decimal point, because guessing would be wrong by a factor of 100 or 1,000.
 * The error is a sentence for the person.
 */
export function parseMoneyInput(text: string, currency: string): ParsedMoney {
  const decimals = currencyDecimals(currency);
  const withoutCode = text.trim().replace(new RegExp(`^${currency}|${currency}$`, 'i'), '');
  const compact = withoutCode.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^([-+\u2212]?)[$€£¥₹]/, '$1');
  if (compact === '') return fail('Enter an amount.');
  const match = /^([-+\u2212]?)(\d*|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.(\d*))?$/.exec(compact);
  if (!match) {
    return /^[-+]?\d+,\d{1,2}$/.test(compact)
      ? fail('Use a point for decimals, for example 1234.50.')
      : fail('Enter an amount in digits, for example 1234.50.');
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return fail('Enter an amount in digits, for example 1234.50.');
  if (fraction.length > decimals) {
    return fail(
      decimals === 0
        ? `${currency} has no decimals. Enter a whole number.`
        : `${currency} has ${decimals} decimals. Remove the extra digits.`,
    );
  }
  const magnitude = BigInt(`${whole.replaceAll(',', '') || '0'}${fraction.padEnd(decimals, '0')}`);
  return { ok: true, amountMinor: sign === '-' || sign === '\u2212' ? -magnitude : magnitude };
}
