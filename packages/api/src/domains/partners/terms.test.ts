import { expect, test } from 'vitest';
import { describeTerms, rateProblem, requireAllowedTerms, type Terms } from './terms.ts';

const percent: Terms = {
  direction: 'we_pay',
  formula: 'percent',
  base: 'deal_value',
  trigger: 'deal_verified',
  rateBps: 1250,
  splitPartnerBps: null,
  flatAmountMinor: null,
  tiers: null,
};

test('terms read as a sentence for every formula and either direction', () => {
  expect(describeTerms(percent, 'USD')).toBe(
    'The partner earns 12.5 % of the deal value when a deal is verified.',
  );
  expect(describeTerms({ ...percent, direction: 'partner_pays', trigger: 'drawdown' }, 'USD')).toBe(
    'The partner pays 12.5 % of the deal value when the loan is drawn down.',
  );
  expect(describeTerms({ ...percent, formula: 'flat', flatAmountMinor: 12_550n }, 'AED')).toContain(
    'AED 125.50',
  );
  expect(
    describeTerms({ ...percent, formula: 'split', rateBps: 2000, splitPartnerBps: 6000 }, 'AED'),
  ).toContain('60 % of the gross commission (20 % of the deal value; 40 % stays with us)');
  expect(
    describeTerms(
      {
        ...percent,
        formula: 'tiers',
        tiers: [
          { fromDeals: 0, rateBps: 500 },
          { fromDeals: 10, rateBps: 700 },
        ],
      },
      'AED',
    ),
  ).toContain('5 %, 7 % from 10 verified deals on of the deal value');
  expect(describeTerms({ ...percent, direction: 'none', formula: 'none' }, 'USD')).toBe(
    'No money changes hands.',
  );
});

const range = {
  name: 'Channel partner',
  direction: 'we_pay',
  formula: 'percent',
  rateMinBps: 1000,
  rateMaxBps: 3000,
} as const;

test('a rate is possible at both ends of the range and nowhere outside it', () => {
  expect([1000, 3000].map((rate) => rateProblem(range, rate))).toEqual([null, null]);
  for (const rate of [999, 3001]) expect(rateProblem(range, rate)).toMatch(/from 10 % to 30 %/);
});

test('a type without money or with a fixed rate takes no rate at all', () => {
  expect(rateProblem({ ...range, direction: 'none' }, 0)).toMatch(/no money/);
  expect(rateProblem({ ...range, rateMaxBps: null }, 1500)).toMatch(/fixed/);
});

test('a split can be changed only where the type has one', () => {
  expect(() => requireAllowedTerms(range, { splitPartnerBps: 5000 })).toThrow(/no split/);
  expect(() => requireAllowedTerms({ ...range, formula: 'split' }, { splitPartnerBps: 5000 })).not.toThrow();
});
