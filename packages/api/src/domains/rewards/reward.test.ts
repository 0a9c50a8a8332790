import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSet, withinCap, yearIn } from './reward.ts';

test('a cap is never passed, and nothing is given beyond the reward', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      (amount, cap, used) => {
        const given = withinCap(amount, { capMinor: cap, usedMinor: used });
        expect(given >= 0n && given <= amount).toBe(true);
        expect(given === 0n || used + given <= cap).toBe(true);
      },
    ),
  );
  expect(withinCap(5n, { capMinor: null, usedMinor: 10n ** 12n })).toBe(5n);
});

test('the year is the one where the organisation is, not the server', () => {
  const newYearInDubai = new Date('2026-12-31T21:00:00Z');
  expect(yearIn('Asia/Dubai', newYearInDubai)).toBe(2027);
  expect(yearIn('America/New_York', newYearInDubai)).toBe(2026);
});

test('a conversion is in at most one set, and a set has exactly the threshold', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 7 }), (conversions, threshold) => {
      const ids: string[] = [];
      const sets: string[] = [];
      for (let n = 0; n < conversions; n++) {
        ids.push(`inv_${n}`);
        const set = nextSet(ids, sets, threshold);
        if (set) sets.push(set);
      }
      expect(sets).toHaveLength(Math.floor(conversions / threshold));
      const used = sets.flatMap((set) => set.split(','));
      expect(new Set(used).size).toBe(used.length);
      expect(sets.every((set) => set.split(',').length === threshold)).toBe(true);
    }),
  );
});
