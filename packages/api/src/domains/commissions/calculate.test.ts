import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FULL_BPS } from '../../shared/money.ts';
import { type CommissionTerms, calculateCommission, type DealFacts } from './calculate.ts';

const terms = (change: Partial<CommissionTerms>): CommissionTerms => ({
  direction: 'we_pay',
  formula: 'percent',
  base: 'deal_value',
  trigger: 'deal_verified',
  rateBps: 1500,
  splitPartnerBps: null,
  flatAmountMinor: null,
  flatCurrency: 'USD',
  tiers: null,
  regulated: false,
  ...change,
});
const deal = (change: Partial<DealFacts> = {}): DealFacts => ({
  valueMinor: 1_000_000_00n,
  currency: 'USD',
  line: 'share',
  dealsBefore: 0,
  ...change,
});
const split = { formula: 'split', base: 'gross_commission', rateBps: 2000, splitPartnerBps: 6000 } as const;

const amounts = fc.bigInt({ min: 1n, max: 10n ** 15n });
const rates = fc.integer({ min: 0, max: FULL_BPS });

test('1,000,000 at 20 % gross splits 60/40 into 120,000 for the broker and 80,000 for us', () => {
  const wePay = calculateCommission(terms(split), deal());
  expect(wePay).toMatchObject({
    due: true,
    direction: 'we_pay',
    amountMinor: 120_000_00n,
    baseMinor: 200_000_00n,
    split: { partnerMinor: 120_000_00n, oursMinor: 80_000_00n },
  });
  expect(wePay).toMatchObject({
    steps: [
      'Deal value: USD 1,000,000.00',
      'Gross commission: USD 1,000,000.00 × 20 % = USD 200,000.00',
      'Split 60 % to the partner: USD 120,000.00, the rest to us: USD 80,000.00',
    ],
  });
  const theyPay = calculateCommission(terms({ ...split, direction: 'partner_pays' }), deal());
  expect(theyPay).toMatchObject({ due: true, direction: 'partner_pays', amountMinor: 80_000_00n });
});

test('the parts of a split sum to the gross commission, whatever value and rates', () => {
  fc.assert(
    fc.property(amounts, rates, rates, (valueMinor, rateBps, splitPartnerBps) => {
      const outcome = calculateCommission(
        terms({ ...split, rateBps, splitPartnerBps }),
        deal({ valueMinor }),
      );
      if (!outcome.due || !outcome.split) return;
      const { partnerMinor, oursMinor } = outcome.split;
      expect(partnerMinor + oursMinor).toBe(outcome.baseMinor);
      expect(oursMinor).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: 2000 },
  );
});

test('what we pay and what the partner would keep of one split never exceed the gross', () => {
  fc.assert(
    fc.property(amounts, rates, rates, (valueMinor, rateBps, splitPartnerBps) => {
      const shape = { ...split, rateBps, splitPartnerBps };
      const sides = (['we_pay', 'partner_pays'] as const).map((direction) =>
        calculateCommission(terms({ ...shape, direction }), deal({ valueMinor })),
      );
      const sum = sides.reduce((total, side) => total + (side.due ? side.amountMinor : 0n), 0n);
      const gross = sides.find((side) => side.due);
      if (gross?.due) expect(sum).toBe(gross.baseMinor);
    }),
    { numRuns: 2000 },
  );
});

test('a percentage is within half a minor unit of the exact product and never above the value', () => {
  fc.assert(
    fc.property(amounts, rates, (valueMinor, rateBps) => {
      const outcome = calculateCommission(terms({ rateBps }), deal({ valueMinor }));
      const amount = outcome.due ? outcome.amountMinor : 0n;
      const twiceError = 2n * (amount * BigInt(FULL_BPS) - valueMinor * BigInt(rateBps));
      expect(twiceError <= BigInt(FULL_BPS) && twiceError >= -BigInt(FULL_BPS)).toBe(true);
      expect(amount).toBeLessThanOrEqual(valueMinor);
    }),
    { numRuns: 2000 },
  );
});

test('a bigger deal never earns less', () => {
  fc.assert(
    fc.property(amounts, amounts, rates, (left, right, rateBps) => {
      const [small, big] = left < right ? [left, right] : [right, left];
      const amountOf = (valueMinor: bigint) => {
        const outcome = calculateCommission(terms({ rateBps }), deal({ valueMinor }));
        return outcome.due ? outcome.amountMinor : 0n;
      };
      expect(amountOf(big)).toBeGreaterThanOrEqual(amountOf(small));
    }),
  );
});

test.each([
  [0, 500],
  [4, 500],
  [5, 800],
  [9, 800],
  [10, 1200],
  [500, 1200],
])(
  'after %i verified deals the tier rate is %i basis points, in whatever order the tiers stand',
  (dealsBefore, rateBps) => {
    const tiers = [
      { fromDeals: 10, rateBps: 1200 },
      { fromDeals: 0, rateBps: 500 },
      { fromDeals: 5, rateBps: 800 },
    ];
    const outcome = calculateCommission(
      terms({ formula: 'tiers', direction: 'partner_pays', tiers }),
      deal({ dealsBefore, valueMinor: 10_000n }),
    );
    expect(outcome).toMatchObject({ direction: 'partner_pays', amountMinor: BigInt(rateBps) });
  },
);

test('below the first tier the plain rate applies', () => {
  const tiers = [{ fromDeals: 3, rateBps: 900 }];
  const outcome = calculateCommission(
    terms({ formula: 'tiers', rateBps: 700, tiers }),
    deal({ valueMinor: 10_000n }),
  );
  expect(outcome).toMatchObject({ amountMinor: 700n });
});

test('a flat fee is the same for every deal and stays in the currency of the partner', () => {
  fc.assert(
    fc.property(amounts, (valueMinor) => {
      const outcome = calculateCommission(
        terms({ formula: 'flat', flatAmountMinor: 2_500_00n, flatCurrency: 'AED' }),
        deal({ valueMinor, currency: 'INR' }),
      );
      expect(outcome).toMatchObject({ amountMinor: 2_500_00n, currency: 'AED', baseMinor: valueMinor });
    }),
  );
});

test('a regulated partner type is never paid, even when its terms name a rate', () => {
  expect(calculateCommission(terms({ regulated: true }), deal())).toEqual({
    due: false,
    reason: expect.stringMatching(/regulated/),
  });
});

test('a regulated partner type is paid once its law gate is open, and a closed one says where', () => {
  expect(calculateCommission(terms({ regulated: true, closedGate: null }), deal())).toMatchObject({
    due: true,
  });
  expect(
    calculateCommission(terms({ regulated: true, closedGate: 'Fees are regulated in Ohio' }), deal()),
  ).toEqual({ due: false, reason: 'Fees are regulated in Ohio, so none is paid.' });
});

test.each([
  ['direction none', { direction: 'none' }],
  ['formula none', { formula: 'none' }],
  ['a percentage without a rate', { rateBps: null }],
  ['a split without a part', { ...split, splitPartnerBps: null }],
  ['a flat fee without an amount', { formula: 'flat' }],
  ['an amount that rounds to zero', { rateBps: 0 }],
] as const)('%s gives no commission and says why', (_name, change) => {
  const outcome = calculateCommission(terms(change), deal());
  expect(outcome).toEqual({ due: false, reason: expect.stringMatching(/\w{3}.*\.$/) });
});

test('terms that need more than the deal give a commission that waits, and say for what', () => {
  expect(calculateCommission(terms({ trigger: 'service_delivered' }), deal())).toMatchObject({
    waits: true,
    steps: expect.arrayContaining(['Due once the service is delivered.']),
  });
  expect(calculateCommission(terms({}), deal())).toMatchObject({ waits: false });
});

test('a partner that pays us for leads owes nothing for a client it sends to us', () => {
  const theyPay = terms({ direction: 'partner_pays', rateBps: 500 });
  expect(calculateCommission(theyPay, deal({ line: 'share' }))).toMatchObject({ due: true });
  expect(calculateCommission(theyPay, deal({ line: 'referral' }))).toMatchObject({ due: false });
  expect(
    calculateCommission(terms({ direction: 'we_pay', rateBps: 500 }), deal({ line: 'referral' })),
  ).toMatchObject({ due: true });
});
