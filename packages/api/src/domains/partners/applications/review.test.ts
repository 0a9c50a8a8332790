import { duplicateStrengths, partnerMachine, recommendations, reviewRules } from '@goodword/db/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleSetting } from './applications.schema.ts';
import { type ReviewFacts, reviewFacts, seededRules } from './review.ts';

const clean: ReviewFacts = {
  unanswered: [],
  disposableEmail: false,
  freeEmail: false,
  closedRegions: [],
  duplicates: [],
  missingCredentials: [],
  earlierAttempts: 0,
};

const facts: fc.Arbitrary<ReviewFacts> = fc.record({
  unanswered: fc.subarray(['Years in practice', 'Areas']),
  disposableEmail: fc.boolean(),
  freeEmail: fc.boolean(),
  closedRegions: fc.subarray(['AE', 'US-MN']),
  duplicates: fc.array(
    fc.record({
      id: fc.constant('par_1'),
      name: fc.constant('Twin'),
      status: fc.constantFrom(...partnerMachine.states),
      reasons: fc.constant(['name' as const]),
      strength: fc.constantFrom(...duplicateStrengths),
    }),
    { maxLength: 3 },
  ),
  missingCredentials: fc.subarray(['rera']),
  earlierAttempts: fc.nat(3),
});

const rules: fc.Arbitrary<RuleSetting[]> = fc.tuple(
  ...reviewRules.map((code) =>
    fc.record({
      code: fc.constant(code),
      enabled: fc.boolean(),
      recommendation: fc.constantFrom(...recommendations.filter((one) => one !== 'approve')),
    }),
  ),
);

test('nothing found is a recommendation to approve, whatever the rules', () => {
  fc.assert(
    fc.property(rules, (some) => {
      expect(reviewFacts(clean, some).recommendation).toBe('approve');
    }),
  );
});

test('the advice is that of the gravest finding, and each finding says why', () => {
  fc.assert(
    fc.property(facts, rules, (known, some) => {
      const { recommendation, findings } = reviewFacts(known, some);
      const gravest = Math.max(0, ...findings.map((one) => recommendations.indexOf(one.recommendation)));
      expect(recommendation).toBe(recommendations[gravest]);
      for (const { sentence } of findings) expect(sentence).toMatch(/^[A-Z].+\.$/);
    }),
  );
});

test('a rule that is switched off finds nothing', () => {
  fc.assert(
    fc.property(facts, rules, (known, some) => {
      const off = some.filter(({ enabled }) => !enabled).map(({ code }) => code);
      expect(reviewFacts(known, some).findings.filter(({ rule }) => off.includes(rule))).toEqual([]);
    }),
  );
});

test('the same name alone never advises against anybody', () => {
  const twin = {
    id: 'par_1',
    name: 'Twin',
    status: 'terminated',
    reasons: ['name'],
    strength: 'possible',
  } as const;
  const { recommendation } = reviewFacts(
    { ...clean, duplicates: [{ ...twin, reasons: ['name'] }] },
    seededRules,
  );
  expect(recommendation).toBe('look_closer');
});

test('an address that throws mail away, and somebody who was ended, are advised against', () => {
  expect(reviewFacts({ ...clean, disposableEmail: true }, seededRules).recommendation).toBe('reject');
  const twin = { id: 'par_1', name: 'Twin', status: 'terminated' as const, strength: 'certain' as const };
  const known = { ...clean, duplicates: [{ ...twin, reasons: ['email' as const] }] };
  expect(reviewFacts(known, seededRules)).toMatchObject({
    recommendation: 'reject',
    findings: [
      { rule: 'duplicate_ended', sentence: 'Looks like a partner that was refused or ended: Twin.' },
    ],
  });
});
