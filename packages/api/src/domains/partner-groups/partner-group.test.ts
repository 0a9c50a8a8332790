import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideMove,
  describeRule,
  type Fact,
  type GroupRule,
  type PartnerSoFar,
  type PastMove,
  type RankedGroup,
  weigh,
} from './partner-group.ts';

const day = (n: number) => new Date(Date.UTC(2027, 0, 1 + n));
const deals = (...days: number[]): Fact[] =>
  days.map((n, index) => ({
    id: `del_${index}`,
    at: day(n),
    amountMinor: 100n,
    currency: index % 2 ? 'AED' : 'USD',
    shared: index % 3 === 0,
  }));
const rule = (change: Partial<GroupRule> = {}): GroupRule => ({
  measure: 'verified_deals',
  threshold: 3n,
  currency: null,
  windowDays: 90,
  fromGroupId: null,
  ...change,
});
const group = (id: string, rank: number, itsRule: GroupRule | null = null): RankedGroup => ({
  id,
  rank,
  partnerTypeCode: null,
  rule: itsRule,
});
const partner = (change: Partial<PartnerSoFar> = {}): PartnerSoFar => ({
  groupId: null,
  types: ['broker'],
  moves: [],
  facts: [],
  ...change,
});
const byHand = (from: string | null, to: string | null, n: number): PastMove => ({
  fromGroupId: from,
  toGroupId: to,
  cause: 'staff',
  movedAt: day(n),
});

test('enough within the window moves up, with the evidence; one too few, or one too old, does not', () => {
  const groups = [group('silver', 1), group('gold', 2, rule())];
  const move = decideMove(partner({ facts: deals(20, 60, 100) }), groups, day(100));
  expect(move).toMatchObject({
    group: { id: 'gold' },
    evidence: { counted: 3n, ids: ['del_2', 'del_1', 'del_0'], lastAt: day(100) },
  });
  expect(decideMove(partner({ facts: deals(60, 100) }), groups, day(100))).toBeNull();
  expect(decideMove(partner({ facts: deals(20, 60, 100) }), groups, day(110))).toBeNull();
});

test('value counts in the currency of the rule alone, and won shares are deals of leads we shared', () => {
  const facts = deals(1, 2, 3, 4);
  const within = { since: day(0), at: day(9) };
  expect(weigh(rule({ measure: 'verified_value', currency: 'USD' }), facts, within).counted).toBe(200n);
  expect(weigh(rule({ measure: 'won_shares' }), facts, within).ids).toEqual(['del_3', 'del_0']);
});

test('who was moved back by hand stays until as much has come anew', () => {
  const groups = [group('silver', 1), group('gold', 2, rule())];
  const before = { groupId: 'silver', moves: [byHand('gold', 'silver', 50)] };
  expect(decideMove(partner({ ...before, facts: deals(10, 20, 30, 51, 52) }), groups, day(60))).toBeNull();
  expect(decideMove(partner({ ...before, facts: deals(51, 52, 53) }), groups, day(60))).not.toBeNull();
  // Placed in a lower group for the first time is no step back.
  const placed = { groupId: 'silver', moves: [byHand(null, 'silver', 50)] };
  expect(decideMove(partner({ ...placed, facts: deals(10, 20, 30) }), groups, day(60))).not.toBeNull();
});

test('a rule for one group takes from that group alone, and a group for one type only those who work in it', () => {
  const groups = [group('silver', 1), group('gold', 2, rule({ fromGroupId: 'silver' }))];
  const facts = deals(1, 2, 3);
  expect(decideMove(partner({ facts }), groups, day(9))).toBeNull();
  expect(decideMove(partner({ facts, groupId: 'silver' }), groups, day(9))).not.toBeNull();
  const lawyers = [{ ...group('bar', 3, rule()), partnerTypeCode: 'attorney' }];
  expect(decideMove(partner({ facts }), lawyers, day(9))).toBeNull();
});

test('a rule reads as a sentence', () => {
  expect(describeRule(rule({ threshold: 10n }), { group: 'Gold', from: null })).toBe(
    '10 verified deals within 90 days: from any lower group or none to Gold.',
  );
  expect(
    describeRule(rule({ measure: 'verified_value', threshold: 100_000_00n, currency: 'AED' }), {
      group: 'Gold',
      from: 'Silver',
    }),
  ).toBe('AED 100,000.00 of verified deals within 90 days: from Silver to Gold.');
});

const anyRule = fc.record({
  measure: fc.constantFrom<GroupRule['measure']>('verified_deals', 'verified_value', 'won_shares'),
  threshold: fc.bigInt({ min: 1n, max: 6n }),
  currency: fc.constant('USD'),
  windowDays: fc.integer({ min: 1, max: 60 }),
  fromGroupId: fc.option(fc.constantFrom('a', 'b')),
});
const anyGroups = fc
  .tuple(fc.option(anyRule), fc.option(anyRule), fc.option(anyRule))
  .map((rules) => rules.map((one, index) => group(['a', 'b', 'c'][index] ?? '', index + 1, one)));
const anyFacts = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 }).map((days) => deals(...days));
const anyPlace = fc.option(fc.constantFrom('a', 'b', 'c'));
const anyMoves = fc.array(
  fc.tuple(anyPlace, anyPlace, fc.integer({ min: 0, max: 100 })).map(([from, to, n]) => byHand(from, to, n)),
  { maxLength: 4 },
);

test('rules move up only, on enough evidence that is in time and was never judged before', () => {
  fc.assert(
    fc.property(anyGroups, anyFacts, anyPlace, anyMoves, (groups, facts, groupId, moves) => {
      const at = day(100);
      const rank = (id: string | null) => groups.find((one) => one.id === id)?.rank ?? 0;
      const move = decideMove(partner({ groupId, facts, moves }), groups, at);
      if (!move) return;
      expect(move.group.rank).toBeGreaterThan(rank(groupId));
      expect(move.evidence.counted).toBeGreaterThanOrEqual(move.rule.threshold);
      const counted = facts.filter(({ id }) => move.evidence.ids.includes(id));
      for (const { at: when } of counted) {
        expect(when.getTime()).toBeGreaterThan(at.getTime() - move.rule.windowDays * 86_400_000);
        for (const back of moves) {
          const judged = rank(back.fromGroupId) >= move.group.rank && rank(back.toGroupId) < move.group.rank;
          if (judged) expect(when.getTime()).toBeGreaterThan(back.movedAt.getTime());
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('once moved nothing moves again on the same evidence, and neither order of deals nor of groups matters', () => {
  fc.assert(
    fc.property(anyGroups, anyFacts, anyPlace, (groups, facts, groupId) => {
      const at = day(100);
      const move = decideMove(partner({ groupId, facts }), groups, at);
      const again = decideMove(partner({ groupId, facts: facts.toReversed() }), groups.toReversed(), at);
      expect(again?.group.id).toBe(move?.group.id);
      if (!move) return;
      const settled = decideMove(partner({ groupId: move.group.id, facts }), groups, at);
      // A higher group may ask for this very group; never the same or a lower one.
      if (settled) expect(settled.group.rank).toBeGreaterThan(move.group.rank);
    }),
    { numRuns: 1000 },
  );
});

test('a step back by hand holds on every evidence there was', () => {
  fc.assert(
    fc.property(anyGroups, anyFacts, anyPlace, (groups, facts, groupId) => {
      const at = day(100);
      const move = decideMove(partner({ groupId, facts }), groups, at);
      if (!move) return;
      const back = byHand(move.group.id, groupId, 100);
      const after = decideMove(partner({ groupId, facts, moves: [back] }), groups, day(101));
      expect(after?.group.id).not.toBe(move.group.id);
    }),
  );
});
