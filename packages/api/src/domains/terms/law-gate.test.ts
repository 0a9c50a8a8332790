import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeClosedGate, type LawDecision, lawGate } from './law-gate.ts';

const day = (n: number) => new Date(Date.UTC(2027, 0, n));
const decision = (change: Partial<LawDecision> = {}): LawDecision => ({
  region: 'US',
  validFrom: day(1),
  validUntil: day(20),
  decidedAt: day(5),
  withdrawnAt: null,
  ...change,
});
const at = (n: number, ...regions: string[]) => ({ regions, at: day(n) });

test('a decision opens the gate for its area and what lies below it, and for no other', () => {
  expect(lawGate({ regulated: true }, [decision()], at(6, 'US-MN', 'US-IN')).open).toBe(true);
  const gate = lawGate({ regulated: true }, [decision()], at(6, 'US-MN', 'IN'));
  expect(gate).toEqual({ open: false, missing: ['IN'] });
  expect(describeClosedGate(gate)).toMatch(/regulated .* in India$/);
});

test.each([
  ['before it was decided, though valid from earlier', 4, {}],
  ['before it begins', 6, { validFrom: day(7) }],
  ['once it ended', 20, {}],
  ['once it was withdrawn', 10, { withdrawnAt: day(10) }],
])('a decision counts for nothing %s', (_name, n, change) => {
  expect(lawGate({ regulated: true }, [decision(change)], at(n, 'US')).open).toBe(false);
});

test('what was earned before a withdrawal stays allowed', () => {
  expect(lawGate({ regulated: true }, [decision({ withdrawnAt: day(10) })], at(9, 'US')).open).toBe(true);
});

test('the gate of a regulated type is shut where no region is known, whatever was decided', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('US', 'IN', 'AE')), (regions) => {
      const decisions = regions.map((region) => decision({ region }));
      expect(lawGate({ regulated: true }, decisions, at(6)).open).toBe(false);
      expect(lawGate({ regulated: false }, decisions, at(6)).open).toBe(true);
    }),
  );
});
