import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storyParts, tellMoneyStory } from '../../../test/given/money-story.ts';
import type { Posting } from '../ledger/index.ts';
import { actionsOn, lineOf, type MoneyLine, takeBackLine, undoOf } from './commission.ts';
import { approvalPostings, payoutPostings, settlementPostings } from './postings.ts';

const line = (change: Partial<MoneyLine> = {}): MoneyLine => ({
  direction: 'we_pay',
  amountMinor: 500n,
  currency: 'USD',
  partnerId: 'par_a',
  ...change,
});
const inWords = (postings: readonly Posting[]) =>
  postings.map(({ kind, amountMinor }) => `${amountMinor > 0n ? 'Dr' : 'Cr'} ${kind}`).join(', ');

test.each([
  ['we pay', line(), 'Dr commission_expense, Cr partner_payable'],
  ['we take back', line({ amountMinor: -500n }), 'Dr partner_receivable, Cr commission_expense'],
  ['the partner pays', line({ direction: 'partner_pays' }), 'Dr partner_receivable, Cr commission_income'],
  [
    'we refund the partner',
    line({ direction: 'partner_pays', amountMinor: -500n }),
    'Dr commission_income, Cr partner_payable',
  ],
])('approval when %s', (_case, moneyLine, entry) => {
  expect(inWords(approvalPostings(moneyLine))).toBe(entry);
});

test('settling moves cash in, and out for a refund', () => {
  expect(inWords(settlementPostings(line({ direction: 'partner_pays' })))).toBe(
    'Dr cash_clearing, Cr partner_receivable',
  );
  expect(inWords(settlementPostings(line({ direction: 'partner_pays', amountMinor: -500n })))).toBe(
    'Dr partner_payable, Cr cash_clearing',
  );
});

test('a payout with a take-back pays out the rest only', () => {
  expect(payoutPostings([line({ amountMinor: 900n }), line({ amountMinor: -200n })])).toEqual([
    { kind: 'partner_payable', currency: 'USD', partnerId: 'par_a', amountMinor: 900n },
    { kind: 'partner_receivable', currency: 'USD', partnerId: 'par_a', amountMinor: -200n },
    { kind: 'cash_clearing', currency: 'USD', amountMinor: -700n },
  ]);
});

test('after every step of any life the books balance, and neither debt nor claim changes sides', () => {
  fc.assert(
    fc.property(storyParts.openings, storyParts.steps, (openings, steps) => {
      const balances = new Map<string, bigint>();
      for (const { postings } of tellMoneyStory('par_a', openings, steps)) {
        for (const { kind, amountMinor } of postings) {
          balances.set(kind, (balances.get(kind) ?? 0n) + amountMinor);
        }
        expect([...balances.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
        expect((balances.get('partner_payable') ?? 0n) <= 0n).toBe(true);
        expect((balances.get('partner_receivable') ?? 0n) >= 0n).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('what is in a payout offers no action of its own', () => {
  expect(actionsOn({ ...line(), status: 'scheduled' })).toEqual([]);
});

test('a claim can be given up, a refund that we owe cannot', () => {
  const overdue = { ...line({ direction: 'partner_pays' }), status: 'overdue' } as const;
  expect(actionsOn(overdue)).toContain('write_off');
  expect(actionsOn({ ...overdue, amountMinor: -500n })).not.toContain('write_off');
});

test.each([
  ['approved', 'cancel'],
  ['overdue', 'cancel'],
  ['scheduled', 'take_back'],
  ['paid', 'take_back'],
  ['settled', 'take_back'],
  ['written_off', 'nothing'],
  ['cancelled', 'nothing'],
] as const)('a reversed deal undoes a line that is %s by: %s', (status, undo) => {
  expect(undoOf(status)).toBe(undo);
});

test('the opposite of a line is one line more on the same plan line, and reads as a reversal', () => {
  expect(lineOf(takeBackLine('share'))).toBe('reversal');
  expect(takeBackLine('share')).not.toBe(takeBackLine('referral'));
});
