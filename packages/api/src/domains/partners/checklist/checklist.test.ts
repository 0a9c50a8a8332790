import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/clock.ts';
import { checklistOf, isStalled, type OnboardingFacts, progressOf } from './checklist.ts';

const none: OnboardingFacts = {
  account: false,
  agreement: false,
  profile: false,
  credentialsAsked: false,
  credentials: true,
  start: false,
};

test('credentials are a step exactly where the work asks for them', () => {
  expect(checklistOf(none).map(({ key }) => key)).toEqual(['account', 'agreement', 'profile', 'start']);
  expect(progressOf(none)).toEqual({ done: 0, total: 4 });
  const asked = { ...none, account: true, credentialsAsked: true, credentials: false };
  expect(checklistOf(asked)[3]).toEqual({ key: 'credentials', done: false });
  expect(progressOf(asked)).toEqual({ done: 1, total: 5 });
});

test('whatever is done: one step more never makes less of the way', () => {
  const facts = fc.record({
    account: fc.boolean(),
    agreement: fc.boolean(),
    profile: fc.boolean(),
    credentialsAsked: fc.boolean(),
    credentials: fc.boolean(),
    start: fc.boolean(),
  });
  const step = fc.constantFrom('account', 'agreement', 'profile', 'credentials', 'start');
  fc.assert(
    fc.property(facts, step, (before, key) => {
      const after = progressOf({ ...before, [key]: true });
      expect(after.done).toBeGreaterThanOrEqual(progressOf(before).done);
      expect(after.done).toBeLessThanOrEqual(after.total);
    }),
  );
});

test('a newcomer stands still from the fourteenth day without anything on, unless it waits for us or is done', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const quiet = {
    status: 'approved',
    createdAt: addDays(now, -40),
    lastAt: addDays(now, -14),
    complete: false,
  } as const;
  expect(isStalled(quiet, now)).toBe(true);
  expect(isStalled({ ...quiet, lastAt: new Date(quiet.lastAt.getTime() + 1) }, now)).toBe(false);
  expect(isStalled({ ...quiet, status: 'pending_review' }, now)).toBe(false);
  expect(isStalled({ ...quiet, status: 'suspended' }, now)).toBe(false);
  expect(isStalled({ ...quiet, complete: true }, now)).toBe(false);
  expect(isStalled({ ...quiet, createdAt: addDays(now, -180) }, now)).toBe(false);
});
