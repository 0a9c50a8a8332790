import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RangedType, rangeFor, rangeIn, rateProblem, termsProblems } from './rate-range.ts';
import type { Terms } from './terms.ts';

const type: RangedType = {
  name: 'Channel partner',
  direction: 'we_pay',
  formula: 'percent',
  rateBps: 1500,
  flatAmountMinor: null,
  rateMinBps: 1000,
  rateMaxBps: 3000,
  rateRanges: [
    { region: 'AE', minBps: 1200, maxBps: 2500 },
    { region: 'AE-DU', minBps: 2000, maxBps: 2600 },
  ],
};
const terms: Terms = {
  direction: 'we_pay',
  formula: 'percent',
  base: 'deal_value',
  trigger: 'deal_verified',
  rateBps: 1500,
  splitPartnerBps: null,
  flatAmountMinor: null,
  tiers: null,
};
const bps = fc.integer({ min: 0, max: 10_000 });
const places = fc.constantFrom('AE', 'AE-DU', 'AE-SH', 'IN', 'IN-KA', 'US', 'US-IN');
const ranges = fc.uniqueArray(
  fc.record({ region: places, ends: fc.tuple(bps, bps) }).map(({ region, ends }) => ({
    region,
    minBps: Math.min(...ends),
    maxBps: Math.max(...ends),
  })),
  { selector: ({ region }) => region },
);

test('the most specific area that covers a region gives its range; elsewhere the default holds', () => {
  expect(rangeIn(type, 'AE-DU')).toEqual({ minBps: 2000, maxBps: 2600 });
  expect(rangeIn(type, 'AE-SH')).toEqual({ minBps: 1200, maxBps: 2500 });
  expect(rangeIn(type, 'IN')).toEqual({ minBps: 1000, maxBps: 3000 });
});

test('a rate is possible at both ends of the range and nowhere outside it', () => {
  expect([1000, 3000].map((rate) => rateProblem(type, rate))).toEqual([null, null]);
  for (const rate of [999, 3001]) expect(rateProblem(type, rate)).toMatch(/from 10 % to 30 %/);
  expect(rateProblem(type, 1900, ['AE-DU'])).toMatch(/from 20 % to 26 %/);
});

test('a rate for several regions is possible exactly when it is possible in each of them', () => {
  fc.assert(
    fc.property(ranges, fc.uniqueArray(places, { minLength: 1 }), bps, (rateRanges, regions, rateBps) => {
      const ranged = { ...type, rateRanges };
      const each = regions.every((region) => rateProblem(ranged, rateBps, [region]) === null);
      expect(rateProblem(ranged, rateBps, regions) === null).toBe(each);
    }),
    { numRuns: 1000 },
  );
});

test('the order in which regional ranges were written changes nothing', () => {
  fc.assert(
    fc.property(ranges, fc.array(places, { minLength: 1 }), (rateRanges, regions) => {
      expect(rangeFor({ ...type, rateRanges: rateRanges.toReversed() }, regions)).toEqual(
        rangeFor({ ...type, rateRanges }, regions),
      );
    }),
  );
});

test('a type without money or with a fixed rate takes no other rate', () => {
  expect(rateProblem({ ...type, direction: 'none' }, 0)).toMatch(/no money/);
  const fixed = { ...type, rateMaxBps: null, rateRanges: [] };
  expect(rateProblem(fixed, 1600)).toMatch(/fixed/);
  expect(rateProblem(fixed, 1500)).toBeNull();
});

test('every step of a volume tier is measured by the range', () => {
  const tiers = (...rates: number[]): Terms => ({
    ...terms,
    formula: 'tiers',
    rateBps: null,
    tiers: rates.map((rateBps, index) => ({ fromDeals: index * 5, rateBps })),
  });
  expect(termsProblems(type, tiers(1000, 3000), [])).toEqual([]);
  expect(termsProblems(type, tiers(1000, 3001), [])).toMatchObject([{ field: 'tiers' }]);
});

test('who pays whom, another way to calculate and another flat amount lie outside what a type allows', () => {
  expect(termsProblems(type, { ...terms, direction: 'partner_pays' }, [])).toHaveLength(1);
  expect(termsProblems(type, { ...terms, formula: 'flat', flatAmountMinor: 1n }, [])).toHaveLength(1);
  const flat = { ...type, formula: 'flat', flatAmountMinor: 5n } as const;
  expect(termsProblems(flat, { ...terms, formula: 'flat', flatAmountMinor: 5n }, [])).toEqual([]);
  expect(termsProblems(flat, { ...terms, formula: 'flat', flatAmountMinor: 6n }, [])).toHaveLength(1);
});
