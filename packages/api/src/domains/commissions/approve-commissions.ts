import type { Tx } from '@goodword/db';
import { actorId, type Context } from '../../platform/context.ts';
import { forEachRow } from '../../platform/each-row.ts';
import type { RowResult } from '../../shared/bulk.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { postTransaction } from '../ledger/index.ts';
import { lockCommission } from './commissions.queries.ts';
import { moveCommission } from './move-commission.ts';
import { approvalPostings } from './postings.ts';

/** Approves each line on its own: one that is refused does not keep the others back. */
export async function approveCommissions(ctx: Context, ids: readonly string[]): Promise<RowResult[]> {
  return forEachRow(ctx, ids, (tx, id) => approveCommission(tx, ctx, id));
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
