import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyRate, describeMoney, describeRate, divideRounded, FULL_BPS, splitByRate } from './money.ts';

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const rate = fc.integer({ min: 0, max: FULL_BPS });

test('rounding goes half away from zero, the same on both sides', () => {
  expect([5n, 4n, -5n, -4n, 15n].map((n) => divideRounded(n, 10n))).toEqual([1n, 0n, -1n, 0n, 2n]);
});

test('two parts of a split always sum to the whole, to the minor unit', () => {
  fc.assert(
    fc.property(amount, rate, (whole, bps) => {
      const { first, rest } = splitByRate(whole, bps);
      expect(first + rest).toBe(whole);
    }),
  );
});

test('a rate is never off by more than half a minor unit', () => {
  fc.assert(
    fc.property(amount, rate, (whole, bps) => {
      const off = applyRate(whole, bps) * BigInt(FULL_BPS) - whole * BigInt(bps);
      expect(off <= BigInt(FULL_BPS) / 2n && -off <= BigInt(FULL_BPS) / 2n).toBe(true);
    }),
  );
});

test('the worked example: 20 % of 1,000,000 cut 60 to 40', () => {
  const gross = applyRate(1_000_000_00n, 2000);
  expect(gross).toBe(200_000_00n);
  expect(splitByRate(gross, 6000)).toEqual({ first: 120_000_00n, rest: 80_000_00n });
});

test('amounts are written with the decimals their currency has', () => {
  expect(describeMoney({ amountMinor: 125_050n, currency: 'AED' })).toBe('AED 1,250.50');
  expect(describeMoney({ amountMinor: 125_050n, currency: 'JPY' })).toBe('JPY 125,050');
  expect(describeMoney({ amountMinor: 125_050n, currency: 'KWD' })).toBe('KWD 125.050');
  // The dinar has three decimals in ISO 4217 and none in CLDR.
  expect(describeMoney({ amountMinor: 125_050n, currency: 'IQD' })).toBe('IQD 125.050');
  expect(describeMoney({ amountMinor: -5n, currency: 'USD' })).toBe('USD -0.05');
  expect(describeMoney({ amountMinor: 90_071_992_547_409_930n, currency: 'USD' })).toBe(
    'USD 900,719,925,474,099.30',
  );
});

test('rates read as people write them', () => {
  expect([1500, 1250, 1205, 0, 10_000].map(describeRate)).toEqual([
    '15 %',
    '12.5 %',
    '12.05 %',
    '0 %',
    '100 %',
  ]);
});
