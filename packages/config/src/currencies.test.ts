import { describe, expect, it } from 'vitest';
import { currencyDecimals } from './currencies.ts';

describe('currencyDecimals', () => {
  it('follows ISO 4217, in either case of the code', () => {
    expect(['jpy', 'KWD', 'usd', 'IQD', 'CLF'].map(currencyDecimals)).toEqual([0, 3, 2, 3, 4]);
  });
});
