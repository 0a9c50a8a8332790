import type { Tx } from '@goodword/db';
import { payoutBatchMachine } from '@goodword/db/vocabulary';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { advanceBatch } from './move-payout.ts';
import { batchTable, lockBatch, otherApprovers } from './payouts.queries.ts';

/**
 * A second person says yes to a batch. Who made it may approve it only where nobody else could.
 * @throws `forbidden`, `not_found`, `illegal_move`
 */
export async function approveBatch(ctx: Context, id: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const batch = await lockBatch(tx, id);
    if (!batch) throw notFound('payout batch');
    const hindrance = await approvalHindrance(tx, ctx, batch);
    if (hindrance) throw new AppError('forbidden', { userMessage: hindrance });
    await moveState(tx, ctx, {
      machine: payoutBatchMachine,
      table: batchTable,
      id,
      to: 'approved',
      set: { approvedAt: ctx.clock.now(), approvedBy: actorId(ctx.actor) },
    });
    await advanceBatch(tx, ctx, id);
  });
}

/** Why the person who asks may not approve this batch, in words; null when they may. */
export async function approvalHindrance(
  tx: Tx,
  ctx: Context,
  batch: { createdBy: string },
): Promise<string | null> {
  const self = actorId(ctx.actor);
  if (self === null || batch.createdBy !== self) return null;
  if ((await otherApprovers(tx, self)) === 0) return null;
  return 'You made this batch, so somebody else has to approve it. Ask a colleague in finance or an administrator.';
}
