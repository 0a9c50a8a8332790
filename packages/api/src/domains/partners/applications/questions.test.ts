import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededPartnerTypes } from '../../catalogue/index.ts';
import type { Question } from './applications.schema.ts';
import { missingCredentials, notOffered, questionsFor, unanswered } from './questions.ts';
import { seededQuestions } from './seeded-questions.ts';

const all: Question[] = seededQuestions.map((seed, index) => ({
  ...seed,
  key: `q${index}`,
  partnerTypeCode: seed.partnerTypeCode ?? null,
  help: seed.help ?? null,
}));
const typeOf = (code: string) => {
  const found = seededPartnerTypes.find((type) => type.code === code);
  if (!found) throw new Error(code);
  return found;
};

test('everybody is asked the questions of their own type and of nobody else', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...seededPartnerTypes),
      fc.subarray(['AE', 'IN', 'SG', 'US-MN']),
      (type, regions) => {
        for (const { partnerTypeCode } of questionsFor(type, regions, all)) {
          expect([null, type.code]).toContain(partnerTypeCode);
        }
      },
    ),
  );
});

test('a question bound to a region is asked there and below it, and not elsewhere', () => {
  const labels = (regions: string[]) => questionsFor(typeOf('agent'), regions, all).map(({ label }) => label);
  expect(labels(['US-MN'])).toContain('Your brokerage');
  expect(labels(['US-MN'])).not.toContain('Your agency');
  expect(labels(['SG'])).toContain('Your agency');
});

test('a regulated type is asked for its number where it needs one, and may be without it', () => {
  const attorney = typeOf('attorney');
  const [licence] = questionsFor(attorney, ['US-MN'], all);
  expect(licence).toMatchObject({ key: 'credential_state_licence', required: false });
  expect(missingCredentials(attorney, ['US-MN'], {})).toEqual(['state_licence']);
  expect(missingCredentials(attorney, ['US-MN'], { credential_state_licence: 'MN-1' })).toEqual([]);
  expect(questionsFor(typeOf('affiliate'), ['US-MN'], all)[0]?.key).not.toMatch(/^credential/);
});

test('blank is no answer, and a choice takes what it offers', () => {
  const asked = questionsFor(typeOf('broker'), ['AE'], all);
  const deals = asked.find(({ kind }) => kind === 'choice');
  const key = deals?.key ?? '';
  expect(unanswered(asked, { [key]: '  ' }).map((one) => one.key)).toEqual([key]);
  expect(unanswered(asked, { [key]: '1–5' })).toEqual([]);
  expect(notOffered(asked, { [key]: 'A million' }).map((one) => one.key)).toEqual([key]);
});
