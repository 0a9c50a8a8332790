import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Terms } from './terms.ts';
import { type Plan, termsInForce } from './terms-in-force.ts';

const rate = (rateBps: number): Terms => ({
  direction: 'we_pay',
  formula: 'percent',
  base: 'deal_value',
  trigger: 'deal_verified',
  rateBps,
  splitPartnerBps: null,
  flatAmountMinor: null,
  tiers: null,
});
const day = (n: number) => new Date(Date.UTC(2027, 0, 1 + n));
const plan = (version: number, from: number, change: Partial<Plan> = {}): Plan => ({
  ...rate(version),
  name: `Plan ${version}`,
  version,
  effectiveFrom: day(from),
  released: false,
  outsideRange: false,
  reason: 'Agreed',
  ...change,
});
const sources = (...plans: Plan[]) => ({
  typeName: 'Broker',
  begunWith: rate(9999),
  begunAt: day(0),
  plans,
});

test('a plan of the engagement comes before the terms of its type, from its day on', () => {
  const from = sources(plan(2, 10));
  expect(termsInForce(from, day(9))).toMatchObject({ source: 'type', terms: { rateBps: 9999 } });
  expect(termsInForce(from, day(10))).toMatchObject({
    source: 'engagement',
    terms: { rateBps: 2 },
    why: expect.stringContaining('Plan 2'),
  });
});

test('a released engagement is back at the terms it began with', () => {
  const from = sources(plan(2, 1), plan(3, 5, { released: true }));
  expect(termsInForce(from, day(4)).terms.rateBps).toBe(2);
  expect(termsInForce(from, day(5))).toMatchObject({
    source: 'type',
    since: day(5),
    terms: { rateBps: 9999 },
  });
});

const plans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { maxLength: 12 })
  .map((list) => list.map(([from, released], index) => plan(index + 2, from, { released })));

test('the terms at a moment do not depend on the order of the rows nor on plans that begin later', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 30 }), (list, n) => {
      const now = termsInForce(sources(...list), day(n));
      expect(termsInForce(sources(...list.toReversed()), day(n))).toEqual(now);
      const begun = list.filter(({ effectiveFrom }) => effectiveFrom <= day(n));
      expect(termsInForce(sources(...begun), day(n))).toEqual(now);
    }),
    { numRuns: 1000 },
  );
});

test('of all plans that have begun none begins later than the one in force, and of equals the newest counts', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 30 }), (list, n) => {
      const begun = list.filter(({ effectiveFrom }) => effectiveFrom <= day(n));
      const last = begun
        .toSorted((a, b) => a.effectiveFrom.getTime() - b.effectiveFrom.getTime() || a.version - b.version)
        .at(-1);
      const { terms } = termsInForce(sources(...list), day(n));
      expect(terms.rateBps).toBe(last && !last.released ? last.rateBps : 9999);
    }),
  );
});
