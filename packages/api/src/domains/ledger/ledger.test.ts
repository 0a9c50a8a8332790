import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBalanced, credit, debit, opposite, type Posting } from './ledger.ts';

const usd = (amountMinor: bigint): Posting => ({ kind: 'cash_clearing', currency: 'USD', amountMinor });
const amounts = fc.bigInt({ min: 1n, max: 10n ** 15n });

test('a debit and a credit of one amount balance, and so does their opposite', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      const postings = [debit(usd(amount)), credit(usd(amount))];
      checkBalanced(postings);
      checkBalanced(opposite(postings));
      expect(opposite(opposite(postings))).toEqual(postings);
    }),
  );
});

test('one minor unit too many is refused, with the sum', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(() => checkBalanced([debit(usd(amount + 1n)), credit(usd(amount))])).toThrow(/USD sum to 1/);
    }),
  );
});

test('currencies balance each on their own', () => {
  const dirhams: Posting = { ...usd(100n), currency: 'AED' };
  expect(() => checkBalanced([debit(usd(100n)), credit(dirhams)])).toThrow(/sum to/);
  checkBalanced([debit(usd(100n)), credit(usd(100n)), debit(dirhams), credit(dirhams)]);
});

test('one side alone and a posting of nothing are refused', () => {
  expect(() => checkBalanced([])).toThrow(/two postings/);
  expect(() => checkBalanced([usd(0n), usd(0n)])).toThrow(/moves an amount/);
});
