import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckFacts, checkItems, closeProblem, deriveAnswers, dueOn, yearsDue } from './yearly-check.ts';

const now = new Date('2027-06-01T00:00:00Z');
const fine: CheckFacts = {
  agreementAccepted: true,
  faultyCredentials: [],
  limitsPassed: [],
  openComplaints: 0,
  lastContactAt: new Date('2027-05-01T00:00:00Z'),
  now,
};
const answerOf = (key: string, facts: Partial<CheckFacts>) =>
  deriveAnswers({ ...fine, ...facts }).find((one) => one.key === key);

test('the system answers what it knows, and says why where something is not fine', () => {
  expect(deriveAnswers(fine).map(({ answer }) => answer)).toEqual(['fine', 'fine', 'fine', 'fine', 'fine']);
  expect(answerOf('agreement_current', { agreementAccepted: false })?.answer).toBe('not_fine');
  expect(answerOf('credentials_valid', { faultyCredentials: ['RERA agent in India'] })).toMatchObject({
    answer: 'not_fine',
    note: 'At fault: RERA agent in India.',
  });
  expect(answerOf('gifts_within_limit', { limitsPassed: ['Banker'] })?.answer).toBe('not_fine');
  expect(answerOf('complaints_closed', { openComplaints: 2 })?.note).toBe('2 complaints are open.');
  expect(answerOf('met_this_year', { lastContactAt: new Date('2026-05-31T00:00:00Z') })?.answer).toBe(
    'not_fine',
  );
  expect(answerOf('met_this_year', { lastContactAt: null })?.note).toMatch(/no contact yet/);
});

test('a check closes when every item is answered, and with a note where something is not fine', () => {
  const all = checkItems.map(({ key }) => ({ key, answer: 'fine' as const }));
  expect(closeProblem(all, null)).toBeNull();
  expect(closeProblem(all.slice(1), null)).toMatch(/^One item is not answered yet: The agreement in force/);
  const bad = [...all.slice(1), { key: 'agreement_current' as const, answer: 'not_fine' as const }];
  expect(closeProblem(bad, null)).toMatch(/Write what is done about it/);
  expect(closeProblem(bad, 'Asked for it again')).toBeNull();
});

test('it is due on the day of activation, also for who began on 29 February', () => {
  expect(dueOn(new Date('2024-02-29T10:00:00Z'), 1)).toEqual(new Date('2025-02-28T10:00:00Z'));
  expect(dueOn(new Date('2024-02-29T10:00:00Z'), 4)).toEqual(new Date('2028-02-29T10:00:00Z'));
});

test('at most one check is begun, the latest that is due, and none twice', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2015-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 4000 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 10 })),
      (activatedAt, days, made) => {
        const until = new Date(activatedAt.getTime() + days * 86_400_000);
        const years = yearsDue(activatedAt, { until, made });
        expect(years.length).toBeLessThanOrEqual(1);
        for (const year of years) {
          expect(made).not.toContain(year);
          expect(dueOn(activatedAt, year) <= until).toBe(true);
          expect(dueOn(activatedAt, year + 1) > until).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
