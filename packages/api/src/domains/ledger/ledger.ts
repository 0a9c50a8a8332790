import type { LedgerAccountKind } from '@goodword/db/vocabulary';
import { invariant } from '../../shared/errors.ts';

/** One side of an entry: positive is a debit, negative a credit. */
export interface Posting {
  kind: LedgerAccountKind;
  currency: string;
  amountMinor: bigint;
  /** Holder of a partner's account. */
  partnerId?: string;
  /** Holder of a client's account. */
  clientId?: string;
}

/** The amount on the left side. */
export function debit(amount: Posting): Posting {
  return { ...amount };
}

/** The amount on the right side. */
export function credit(amount: Posting): Posting {
  return { ...amount, amountMinor: -amount.amountMinor };
}

/** The opposite of what was posted: how a posted cause is undone. */
export function opposite(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, amountMinor: -posting.amountMinor }));
}

/**
 * Refuses what the database would refuse too, with a message that names the cause: fewer than two postings, a
 * posting of nothing, a currency that does not sum to zero.
 */
export function checkBalanced(postings: readonly Posting[]): void {
  invariant(postings.length >= 2, 'a ledger transaction needs at least two postings');
  const sums = new Map<string, bigint>();
  for (const { currency, amountMinor } of postings) {
    invariant(amountMinor !== 0n, 'a posting moves an amount');
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  }
  for (const [currency, sum] of sums) invariant(sum === 0n, `postings in ${currency} sum to ${sum}`);
}
