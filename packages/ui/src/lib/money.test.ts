import { describe, expect, it } from 'vitest';
import { formatMoney, minorToDecimal, parseMoneyInput } from './money.ts';

const NBSP = '\u00a0';

describe('formatMoney', () => {
  it.each([
    [123456n, 'USD', '$1,234.56'],
    [5n, 'USD', '$0.05'],
    [0n, 'USD', '$0.00'],
    [123456n, 'JPY', '¥123,456'],
    [1234567n, 'KWD', `KWD${NBSP}1,234.567`],
    [7n, 'KWD', `KWD${NBSP}0.007`],
    [1234n, 'IQD', `IQD${NBSP}1.234`],
    [100n, 'AED', `AED${NBSP}1.00`],
  ])('writes %s minor units of %s with the decimals of that currency', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });

  it('keeps every digit of amounts that no float can hold', () => {
    expect(formatMoney(90071992547409931234567n, 'USD')).toBe('$900,719,925,474,099,312,345.67');
  });

  it('keeps the minus of amounts smaller than one unit', () => {
    expect(formatMoney(-5n, 'USD')).toBe('-$0.05');
    expect(formatMoney(-123456n, 'USD')).toBe('-$1,234.56');
  });

  it('marks amounts above zero only when asked, and never marks zero', () => {
    expect(formatMoney(5n, 'USD', { signed: true })).toBe('+$0.05');
    expect(formatMoney(0n, 'USD', { signed: true })).toBe('$0.00');
    expect(formatMoney(5n, 'USD')).toBe('$0.05');
  });

  it('follows the locale in separators and grouping', () => {
    expect(formatMoney(123456789n, 'EUR', { locale: 'de-DE' })).toBe(`1.234.567,89${NBSP}€`);
    expect(formatMoney(1234567800n, 'INR', { locale: 'en-IN' })).toBe('₹1,23,45,678.00');
  });
});

describe('parseMoneyInput', () => {
  it.each([
    ['1234.5', 'USD', 123450n],
    ['1,234.50', 'USD', 123450n],
    ['1 234.50', 'USD', 123450n],
    ['12,34,567.89', 'INR', 123456789n],
    ['.5', 'USD', 50n],
    ['-5', 'USD', -500n],
    ['$12', 'USD', 1200n],
    ['AED 12.30', 'AED', 1230n],
    ['12.30 aed', 'AED', 1230n],
    ['1500', 'JPY', 1500n],
    ['1.234', 'KWD', 1234n],
    ['90071992547409931234567.01', 'USD', 9007199254740993123456701n],
  ])('reads "%s" in %s exactly', (text, currency, amountMinor) => {
    expect(parseMoneyInput(text, currency)).toEqual({ ok: true, amountMinor });
  });

  it.each([
    ['', 'USD', 'Enter an amount.'],
    ['abc', 'USD', 'Enter an amount in digits, for example 1234.50.'],
    ['.', 'USD', 'Enter an amount in digits, for example 1234.50.'],
    ['1e5', 'USD', 'Enter an amount in digits, for example 1234.50.'],
    ['1.2.3', 'USD', 'Enter an amount in digits, for example 1234.50.'],
    ['12,50', 'USD', 'Use a point for decimals, for example 1234.50.'],
    ['1.005', 'USD', 'USD has 2 decimals. Remove the extra digits.'],
    ['1.5', 'JPY', 'JPY has no decimals. Enter a whole number.'],
    ['EUR 5', 'USD', 'Enter an amount in digits, for example 1234.50.'],
  ])('refuses "%s" in %s and says what to do', (text, currency, error) => {
    expect(parseMoneyInput(text, currency)).toEqual({ ok: false, error });
  });

  it('reads back whatever it wrote, in currencies of 0, 2 and 3 decimals', () => {
    for (const currency of ['JPY', 'USD', 'KWD']) {
      for (const amount of [0n, 1n, -1n, 99n, 100n, 123456789012345678901n]) {
        expect(parseMoneyInput(minorToDecimal(amount, currency), currency)).toEqual({
          ok: true,
          amountMinor: amount,
        });
      }
    }
  });
});
