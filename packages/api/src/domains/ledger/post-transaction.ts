import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import { callPostTransaction } from './ledger.queries.ts';
import { checkBalanced, type Posting } from './ledger.ts';

export interface LedgerCause {
  /** What happened, e.g. `commission_approved`. Together with the reference it is posted once. */
  kind: string;
  /** Id of the thing it happened to. */
  referenceId: string;
  /** When it happened in the world; now unless said otherwise. */
  occurredAt?: Date;
  postings: readonly Posting[];
}

/**
 * Writes a balanced entry in the transaction of its cause.
 * @returns false when the same cause was posted before: nothing was written then
 * @throws when the postings do not balance
 */
export async function postTransaction(tx: Tx, ctx: Context, cause: LedgerCause): Promise<boolean> {
  checkBalanced(cause.postings);
  const now = ctx.clock.now();
  return callPostTransaction(tx, {
    id: newId('ledgerTransaction', now),
    kind: cause.kind,
    referenceId: cause.referenceId,
    occurredAt: cause.occurredAt ?? now,
    recordedAt: now,
    postings: cause.postings,
  });
}
