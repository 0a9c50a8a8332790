import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counts, figureKeys, LEAST_TO_SAY, nothing, scorecardOf } from './scorecard.ts';

const counts = (change: Partial<Counts> = {}): Counts => ({ ...nothing, ...change });
const figure = (key: string, now: Partial<Counts>, before: Partial<Counts> = {}) =>
  scorecardOf(counts(now), counts(before)).find((one) => one.key === key);

test('each figure shows the numbers behind it and the time before', () => {
  expect(figure('acceptance', { accepted: 8, offered: 10 }, { accepted: 3, offered: 6 })).toEqual({
    key: 'acceptance',
    value: 8000,
    n: 8,
    of: 10,
    before: { value: 5000, n: 3, of: 6 },
    trend: 'better',
  });
  expect(figure('response', { answered: 9, medianSeconds: 7_200 })).toMatchObject({
    value: 120,
    n: 9,
    of: null,
  });
  expect(figure('retention', { standing: 4, verified: 5 })).toMatchObject({ value: 8000, n: 4, of: 5 });
});

test('a slower answer and one complaint more are worse, though the number grows', () => {
  const slow = { answered: 9, medianSeconds: 7_200 };
  expect(figure('response', slow, { answered: 9, medianSeconds: 3_600 })?.trend).toBe('worse');
  expect(figure('complaints', { complaints: 1 }, { complaints: 2 })?.trend).toBe('better');
});

const anyCounts = fc
  .record({
    offered: fc.nat({ max: 12 }),
    ended: fc.nat({ max: 12 }),
    verified: fc.nat({ max: 12 }),
    parts: fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 12 })),
    answered: fc.nat({ max: 12 }),
    medianSeconds: fc.nat({ max: 1_000_000 }),
    complaints: fc.nat({ max: 9 }),
  })
  .map(({ parts: [a, b, c], ...rest }) =>
    counts({
      ...rest,
      accepted: Math.min(a, rest.offered),
      won: Math.min(b, rest.ended),
      standing: Math.min(c, rest.verified),
    }),
  );

test('with fewer than five there is no figure and no trend, and a share lies between none and all', () => {
  fc.assert(
    fc.property(anyCounts, anyCounts, (now, before) => {
      const figures = scorecardOf(now, before);
      expect(figures.map(({ key }) => key)).toEqual([...figureKeys]);
      for (const { key, value, n, of, trend, before: there } of figures) {
        if (of !== null) {
          expect(value === null).toBe(of < LEAST_TO_SAY);
          expect(n).toBeLessThanOrEqual(of);
          if (value !== null) expect(value >= 0 && value <= 10_000).toBe(true);
        }
        if (key === 'response') expect(value === null).toBe(n < LEAST_TO_SAY);
        expect(trend === null).toBe(value === null || there.value === null);
      }
    }),
    { numRuns: 1000 },
  );
});
