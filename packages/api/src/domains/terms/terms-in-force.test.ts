import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Terms } from './terms.ts';
import { type Membership, type Plan, termsInForce } from './terms-in-force.ts';

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
  memberships: [] as Membership[],
});
const said = (version: number, from: number, released = false) => ({
  ...rate(version),
  version,
  effectiveFrom: day(from),
  released,
  outsideRange: false,
});
const inGroup = (version: number, from: number, name: string, ...terms: ReturnType<typeof said>[]) => ({
  version,
  effectiveFrom: day(from),
  group: { id: name, name, terms },
});
const inNone = (version: number, from: number) => ({ version, effectiveFrom: day(from), group: null });

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

test('the terms of a group come between those of the engagement and those of the type, and name the group', () => {
  const from = {
    ...sources(plan(2, 10), plan(3, 20, { released: true })),
    memberships: [inGroup(1, 5, 'Gold', said(1500, 0))],
  };
  expect(termsInForce(from, day(4))).toMatchObject({ source: 'type', since: day(0) });
  expect(termsInForce(from, day(9))).toMatchObject({
    source: 'group',
    name: 'Gold',
    since: day(5),
    terms: { rateBps: 1500 },
    why: expect.stringMatching(/^From group Gold/),
  });
  expect(termsInForce(from, day(10)).source).toBe('engagement');
  expect(termsInForce(from, day(25))).toMatchObject({ source: 'group', since: day(20) });
});

test('who left a group earns by it up to that moment, and a group that says nothing leaves the type to count', () => {
  const from = {
    ...sources(),
    memberships: [
      inGroup(1, 1, 'Silver', said(1100, 0), said(1200, 3), said(1300, 6, true)),
      inGroup(2, 8, 'Gold', said(1500, 12)),
      inNone(3, 14),
    ],
  };
  const at = (n: number) => termsInForce(from, day(n));
  expect([0, 1, 3, 6, 8, 12, 14].map((n) => at(n).terms.rateBps)).toEqual([
    9999, 1100, 1200, 9999, 9999, 1500, 9999,
  ]);
  expect(at(9).since).toEqual(day(6));
  expect(at(13).since).toEqual(day(12));
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

const memberships = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.constantFrom('Silver', 'Gold'))), {
    maxLength: 6,
  })
  .map((list) =>
    list
      .toSorted(([left], [right]) => left - right)
      .map(([from, name], index) =>
        name
          ? inGroup(index + 1, from, name, said(100, 0), said(200, 10), said(300, 20, true))
          : inNone(index + 1, from),
      ),
  );

test('since when the same counts is right at every moment: a day before it something else counted', () => {
  fc.assert(
    fc.property(plans, memberships, fc.integer({ min: 1, max: 30 }), (list, moves, n) => {
      const from = { ...sources(...list), memberships: moves };
      const now = termsInForce(from, day(n));
      const same = (m: number) => {
        const then = termsInForce(from, day(m));
        return (
          then.source === now.source && then.name === now.name && then.terms.rateBps === now.terms.rateBps
        );
      };
      const first = (now.since.getTime() - day(0).getTime()) / 86_400_000;
      for (let m = Math.max(first, 0); m <= n; m++) expect(same(m)).toBe(true);
      expect(termsInForce(from, now.since).terms).toEqual(now.terms);
    }),
    { numRuns: 500 },
  );
});

test('whoever has no plan of its own earns by its group, whatever order the rows come in', () => {
  fc.assert(
    fc.property(memberships, fc.integer({ min: 0, max: 30 }), (moves, n) => {
      const now = termsInForce({ ...sources(), memberships: moves }, day(n));
      expect(termsInForce({ ...sources(), memberships: moves.toReversed() }, day(n))).toEqual(now);
      const here = moves.filter(({ effectiveFrom }) => effectiveFrom <= day(n)).at(-1)?.group;
      expect(now.source).toBe(here && n < 20 ? 'group' : 'type');
      if (now.source === 'group') expect(now.name).toBe(here?.name);
    }),
  );
});
