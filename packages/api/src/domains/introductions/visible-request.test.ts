import { contactOpensAt, introductionMachine, shareScopes } from '@goodword/db/vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IntroducedRequest, matchObstaclesOf, matchReasonsOf } from './introduction.ts';
import { type VisibleRequestInput, visibleRequest } from './visible-request.ts';

const request: IntroducedRequest = {
  groupName: 'The Canary family',
  contactName: 'Zaphira Canarysson',
  email: 'zaphira@contact.test',
  phone: '+1 612 555 0199',
  location: 'Canary Bay',
  region: 'US-MN',
  groupSize: 3,
  currency: 'USD',
  priceMinMinor: 30_000_000n,
  priceMaxMinor: 45_000_000n,
  timeline: 'within_3_months',
  specificNeed: 'Call Zaphira about the agreement',
};

const everything: VisibleRequestInput = {
  request,
  consented: new Set(shareScopes),
  rules: { ceiling: shareScopes, contactOpensAt: 'accepted', hidesProperty: false },
  status: 'intro_sent',
};

test('everything the client allows is told with the introduction', () => {
  expect(visibleRequest(everything)).toEqual({
    contact: {
      groupName: 'The Canary family',
      name: 'Zaphira Canarysson',
      email: 'zaphira@contact.test',
      phone: '+1 612 555 0199',
      location: 'Canary Bay',
    },
    budget: { currency: 'USD', minMinor: 30_000_000n, maxMinor: 45_000_000n },
    requirements: { region: 'US-MN', groupSize: 3, timeline: 'within_3_months' },
    specificNeed: 'Call Zaphira about the agreement',
    locked: [],
  });
});

test('without consent for contact neither names, nor the name of the group, nor their words are told', () => {
  const view = visibleRequest({ ...everything, consented: new Set(['budget', 'requirements']) });
  const text = JSON.stringify(view, (_key, value) => (typeof value === 'bigint' ? `${value}` : value));
  expect(text).not.toMatch(/Canary|Zaphira|contact\.test|0199/);
  expect(view.locked).toEqual([
    { field: 'contact', reason: 'no_consent' },
    { field: 'message', reason: 'no_consent' },
  ]);
});

const anySubset = fc.subarray([...shareScopes]);
const anyInput: fc.Arbitrary<VisibleRequestInput> = fc.record({
  request: fc.constantFrom(request, null),
  consented: anySubset.map((scopes) => new Set<string>(scopes)),
  rules: fc.record({
    ceiling: anySubset,
    contactOpensAt: fc.constantFrom(...contactOpensAt),
    hidesProperty: fc.boolean(),
  }),
  status: fc.constantFrom(...introductionMachine.states),
});

test('a part is told if and only if consent, type and state allow it', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const view = visibleRequest(input);
      const told = input.request !== null && ['intro_sent', 'connected', 'closed'].includes(input.status);
      for (const scope of shareScopes) {
        const allowed =
          told &&
          input.consented.has(scope) &&
          input.rules.ceiling.includes(scope) &&
          (scope !== 'contact' || input.rules.contactOpensAt !== 'never');
        expect(view[scope] !== null, scope).toBe(allowed);
      }
      expect(view.specificNeed !== null).toBe(view.contact !== null && !input.rules.hidesProperty);
    }),
    { numRuns: 1000 },
  );
});

test('a match says why in words, and claims a licence only where one is needed and held', () => {
  const facts = { partnerTypeName: 'Attorney', region: 'US-MN', needsCredential: true, eligible: true };
  expect(matchReasonsOf({ ...facts, openIntroductions: 0 })).toEqual([
    'Attorney in Minnesota',
    'Licence verified and in date',
    'No other introduction under way',
  ]);
  expect(matchReasonsOf({ ...facts, eligible: false, openIntroductions: 1 })).toEqual([
    'Attorney in Minnesota',
    '1 other introduction under way',
  ]);
  expect(matchReasonsOf({ ...facts, needsCredential: false, openIntroductions: 2 })).toEqual([
    'Attorney in Minnesota',
    '2 other introductions under way',
  ]);
});

test('every obstacle of a partner is named', () => {
  const fine = { partnerStatus: 'active', agreementOverdue: false, credential: null, declinedBefore: false };
  expect(matchObstaclesOf(fine)).toEqual([]);
  expect(
    matchObstaclesOf({
      partnerStatus: 'inactive',
      agreementOverdue: false,
      credential: 'credential_missing',
      declinedBefore: true,
    }),
  ).toEqual(['partner_not_active', 'credential_missing', 'declined_before']);
});
