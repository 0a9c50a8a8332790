import { partnerReferralMachine } from '@goodword/db/vocabulary';
import { expect, test } from 'vitest';
import {
  checkAnswers,
  describeAnswers,
  endNoteForPartner,
  statusesOfGroup,
  statusForPartner,
  stepsForPartner,
} from './partner-referral.ts';

const fields = [
  { key: 'propertyType', label: 'Property type', options: ['House', 'Land'] },
  { key: 'place', label: 'Area or city' },
];

test('answers outside the form of the type are refused, each at its field', () => {
  expect(checkAnswers({ propertyType: 'House', place: 'Dubai' }, fields)).toEqual({});
  expect(checkAnswers({ propertyType: '', place: '' }, fields)).toEqual({});
  expect(Object.keys(checkAnswers({ propertyType: 'Castle', budget: '1' }, fields))).toEqual([
    'details.propertyType',
    'details.budget',
  ]);
});

test('answers come back with their questions, empty ones left out', () => {
  expect(describeAnswers({ place: 'Dubai', propertyType: '' }, fields)).toEqual([
    { label: 'Area or city', value: 'Dubai' },
  ]);
});

test('without consent no state, step or group tells a partner that a deal was closed', () => {
  const hidden = { outcomeVisible: false };
  expect(statusForPartner('converted', hidden)).toBe('accepted');
  expect(statusForPartner('dormant', hidden)).toBe('accepted');
  const at = new Date(0);
  const dates = { submittedAt: at, confirmedAt: at, formFilledAt: at, acceptedAt: at, convertedAt: at };
  expect(stepsForPartner(dates, hidden).map((step) => step.key)).not.toContain('deal');
  const groupOf = (status: string) =>
    Object.entries(statusesOfGroup).find(([, statuses]) =>
      (statuses as readonly string[]).includes(status),
    )?.[0];
  expect(groupOf('converted')).toBe(groupOf('accepted'));
});

test('with consent the partner sees the outcome', () => {
  expect(statusForPartner('converted', { outcomeVisible: true })).toBe('converted');
});

test('every state is in exactly one group, and every ended one has a note', () => {
  const grouped: string[] = Object.values(statusesOfGroup).flat();
  expect(grouped.toSorted()).toEqual([...partnerReferralMachine.states].sort());
  for (const status of statusesOfGroup.ended) expect(endNoteForPartner(status)).toMatch(/\.$/);
});
