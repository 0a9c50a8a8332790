import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GiftRule, giftProblem, leftOf, limitsOf, yearOf } from './care.ts';

const banker: GiftRule = { typeName: 'Banker', giftLimitMinor: 100_00n, currency: 'SGD' };
const sgd = (amountMinor: bigint) => ({ amountMinor, currency: 'SGD' });
const problem = (amountMinor: bigint, rules: GiftRule[], given = [sgd(0n)]) =>
  giftProblem(sgd(amountMinor), { limits: limitsOf(rules, given), year: 2026 });

test('a gift up to the limit is fine, one beyond it is refused with the sum left', () => {
  expect(problem(100_00n, [banker])).toBeNull();
  expect(problem(35_01n, [banker], [sgd(65_00n)])).toBe(
    'Banker: SGD 35.00 of SGD 100.00 is left for this partner in 2026. Give less, or wait for next year.',
  );
  expect(problem(35_00n, [banker], [sgd(65_00n)])).toBeNull();
});

test('a limit of zero forbids every gift; no limit forbids none', () => {
  expect(problem(1n, [{ ...banker, giftLimitMinor: 0n }])).toMatch(/not allowed for this partner type/);
  expect(problem(9_999_99n, [{ ...banker, giftLimitMinor: null }])).toBeNull();
});

test('nothing is converted: another currency than that of the limit is refused with a sentence', () => {
  const gift = { amountMinor: 1n, currency: 'USD' };
  expect(giftProblem(gift, { limits: limitsOf([banker], []), year: 2026 })).toBe(
    'Banker: the yearly limit is in SGD. Enter what it cost in SGD.',
  );
});

test('a partner without a type gets nothing, for no limit is known', () => {
  expect(problem(1n, [])).toMatch(/no partner type/);
});

test('with several types the strictest counts, whatever their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.bigInt({ min: 0n, max: 500n })), { minLength: 1, maxLength: 4 }),
      fc.bigInt({ min: 1n, max: 500n }),
      fc.bigInt({ min: 0n, max: 500n }),
      (limits, amount, before) => {
        const rules = limits.map((giftLimitMinor, index) => ({
          ...banker,
          typeName: `T${index}`,
          giftLimitMinor,
        }));
        const allowed = problem(amount, rules, [sgd(before)]) === null;
        const each = limits.every((limit) => limit === null || before + amount <= limit);
        expect(allowed).toBe(each);
        expect(problem(amount, rules.toReversed(), [sgd(before)]) === null).toBe(allowed);
      },
    ),
  );
});

test('what is left is never below zero, and exactly it may be given', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 500n }), fc.bigInt({ min: 0n, max: 900n }), (limit, before) => {
      const rule = { ...banker, giftLimitMinor: limit };
      const left = leftOf(rule, [sgd(before)]) ?? -1n;
      expect(left).toBeGreaterThanOrEqual(0n);
      if (left > 0n) expect(problem(left, [rule], [sgd(before)])).toBeNull();
      expect(problem(left + 1n, [rule], [sgd(before)])).not.toBeNull();
    }),
  );
});

test('the year is the one where the organisation is', () => {
  const silvester = new Date('2026-12-31T21:00:00Z');
  expect(yearOf(silvester, 'Asia/Dubai')).toBe(2027);
  expect(yearOf(silvester, 'America/New_York')).toBe(2026);
});
