import type { Tx } from '@goodword/db';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { postTransaction } from '../ledger/index.ts';
import { lockCommission } from './commissions.queries.ts';
import { moveCommission } from './move-commission.ts';
import { approvalPostings } from './postings.ts';

export interface ApprovalResult {
  id: string;
  ok: boolean;
  message: string | null;
}

/** Approves each line on its own: one that is refused does not keep the others back. */
export async function approveCommissions(ctx: Context, ids: readonly string[]): Promise<ApprovalResult[]> {
  const results: ApprovalResult[] = [];
  for (const id of new Set(ids)) {
    try {
      await inScope(ctx, (tx) => approveCommission(tx, ctx, id));
      results.push({ id, ok: true, message: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ id, ok: false, message: error.userMessage });
    }
  }
  return results;
}

/** From here on the amount is owed: the ledger says so in the same transaction. */
async function approveCommission(tx: Tx, ctx: Context, id: string): Promise<void> {
  const line = await lockCommission(tx, id);
  if (!line) throw notFound('commission');
  // The machine also leads from `held` and `scheduled` to `approved`: those are a release and a failed payout.
  if (line.status === 'held' || line.status === 'scheduled') {
    throw new AppError('illegal_move', {
      userMessage:
        line.status === 'held'
          ? 'This commission is on hold. Release it first, then approve it.'
          : 'This commission is approved already and in a payout.',
    });
  }
  await moveCommission(tx, ctx, line, {
    to: 'approved',
    set: { approvedAt: ctx.clock.now(), approvedBy: actorId(ctx.actor) },
  });
  await postTransaction(tx, ctx, {
    kind: 'commission_approved',
    referenceId: line.id,
    postings: approvalPostings(line),
  });
}
