import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededPartnerTypes } from '../catalogue/index.ts';
import { describeTerms } from '../terms/index.ts';
import { consentWording } from './consent-wording.ts';
import { describeLanding } from './describe-landing.ts';

type Type = Parameters<typeof describeLanding>[0]['type'];

const pages = fc
  .record({
    type: fc.constantFrom(...(seededPartnerTypes as readonly Type[])),
    region: fc.constantFrom('AE', 'AE-DU', 'IN', 'SG', 'US-MN', 'GB'),
    isOpen: fc.boolean(),
  })
  .map((facts) =>
    describeLanding({
      ...facts,
      organisation: 'Harbour Care',
      terms: describeTerms(facts.type, 'USD'),
      credentials: [],
    }),
  );

test('a page speaks to its reader, and says coming soon exactly where it is not open', () => {
  fc.assert(
    fc.property(pages, (page) => {
      expect(page.incentive).toMatch(/^(You earn|You pay us|No money)/);
      expect(page.lead.startsWith('Coming soon')).toBe(!page.isOpen);
      expect(JSON.stringify(page)).not.toMatch(/undefined|The partner/);
    }),
  );
});

test.each([
  ['SG', 'PDPA'],
  ['AE-DU', 'PDPL'],
  ['IN', 'DPDP'],
  ['US-MN', 'TCPA'],
])('the consent of %s names %s, who receives, and the way back', (region, law) => {
  const wording = consentWording(region, 'Harbour Care');
  expect(wording.law).toContain(law);
  expect(wording.text).toContain('Harbour Care');
  expect(wording.text).toMatch(/withdraw|take it back/);
});
