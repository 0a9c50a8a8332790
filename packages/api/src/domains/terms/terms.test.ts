import { expect, test } from 'vitest';
import { describeTerms, settleTerms, type Terms } from './terms.ts';

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

test('only the numbers that the formula uses are kept, and none where no money changes hands', () => {
  const full: Terms = { ...percent, splitPartnerBps: 5000, flatAmountMinor: 100n, tiers: [] };
  expect(settleTerms(full)).toEqual(percent);
  expect(settleTerms({ ...full, direction: 'none' })).toMatchObject({ formula: 'none', rateBps: null });
});
