import { expect, test } from 'vitest';
import { workExamples } from './example.ts';

const terms = {
  direction: 'we_pay',
  formula: 'split',
  base: 'gross_commission',
  trigger: 'deal_verified',
  rateBps: 2000,
  splitPartnerBps: 6000,
  flatAmountMinor: null,
  tiers: null,
} as const;

test('the example of a split shows both parts to the minor unit, also where they do not divide evenly', () => {
  const [even, odd] = workExamples(terms, 1_000_000_00n, 'AED');
  expect(even).toMatchObject({
    title: 'A deal worth AED 1,000,000.00',
    outcome: 'We pay the partner AED 120,000.00.',
    steps: expect.arrayContaining([
      'Split 60 % to the partner: AED 120,000.00, the rest to us: AED 80,000.00',
    ]),
  });
  expect(odd?.outcome).toBe('We pay the partner AED 40,000.00.');
});

test('tiers have an example for each step', () => {
  const tiers = [
    { fromDeals: 0, rateBps: 500 },
    { fromDeals: 10, rateBps: 400 },
  ];
  const examples = workExamples(
    { ...terms, direction: 'partner_pays', formula: 'tiers', tiers },
    100_00n,
    'USD',
  );
  expect(examples.map(({ outcome }) => outcome)).toEqual([
    'The partner pays us USD 5.00.',
    'The partner pays us USD 4.00.',
    'The partner pays us USD 1.67.',
  ]);
});

test('half-written terms say what is missing instead of a number', () => {
  expect(workExamples({ ...terms, rateBps: null }, 100n, 'USD')[0]?.outcome).toMatch(/no rate/);
  expect(workExamples({ ...terms, direction: 'none' }, 100n, 'USD')).toEqual([]);
});
