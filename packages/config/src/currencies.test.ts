import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyDecimals } from './currencies.ts';

describe('currencyCodes', () => {
  it('holds each currency once, all of them known where amounts are formatted', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(currencyCodes).toEqual([...currencyCodes].sort());
  });
});

describe('currencyDecimals', () => {
  it('follows ISO 4217, in either case of the code', () => {
    expect(['jpy', 'KWD', 'usd', 'IQD', 'CLF'].map(currencyDecimals)).toEqual([0, 3, 2, 3, 4]);
  });
});
