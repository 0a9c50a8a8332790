import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextBatchStatus, type PayableLine, planPayouts } from './payout.ts';

const lines = fc.array(
  fc.record({
    id: fc.uuid(),
    partnerId: fc.constantFrom('par_a', 'par_b', 'par_c'),
    currency: fc.constantFrom('USD', 'AED'),
    amountMinor: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
  }),
  { maxLength: 40 },
);

test('every line is in one payout of its own partner and currency, or waits; each payout is the sum of its lines', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const plans = planPayouts(all);
      const taken = plans.flatMap((plan) => plan.lines);
      expect(new Set(taken).size).toBe(taken.length);
      for (const plan of plans) {
        expect(plan.lines.reduce((sum, line) => sum + line.amountMinor, 0n)).toBe(plan.amountMinor);
        expect(plan.amountMinor > 0n).toBe(true);
        expect(
          plan.lines.every((line) => line.partnerId === plan.partnerId && line.currency === plan.currency),
        ).toBe(true);
      }
      const keys = plans.map((plan) => `${plan.partnerId} ${plan.currency}`);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 1000 },
  );
});

test('a take-back is set off, and a partner left with nothing or less waits', () => {
  const line = (partnerId: string, amountMinor: bigint): PayableLine => ({
    id: `${partnerId}${amountMinor}`,
    partnerId,
    currency: 'USD',
    amountMinor,
  });
  const plans = planPayouts([
    line('a', 500n),
    line('a', -200n),
    line('b', 300n),
    line('b', -300n),
    line('c', -1n),
  ]);
  expect(plans).toMatchObject([{ partnerId: 'a', amountMinor: 300n, lines: [{}, {}] }]);
});

test.each([
  ['approved', ['scheduled', 'scheduled'], null],
  ['approved', ['scheduled', 'sent'], 'processing'],
  ['processing', ['paid', 'sent'], null],
  ['processing', ['paid', 'failed'], 'completed'],
  ['draft', ['failed'], null],
  ['completed', ['paid'], null],
] as const)('a batch that is %s with payouts %j moves on to %s', (status, payouts, next) => {
  expect(nextBatchStatus(status, payouts)).toBe(next);
});
