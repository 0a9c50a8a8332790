import type { Tx } from '@goodword/db';
import { payoutBatchMachine, payoutMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { lockCommissionsOfPayout, payCommissionsOf, unscheduleCommissions } from '../commissions/index.ts';
import { nextBatchStatus } from './payout.ts';
import {
  type BatchRow,
  batchTable,
  getPayout,
  lockBatch,
  lockPayout,
  type PayoutRow,
  payoutTable,
  statusesInBatch,
  unsentPayoutsOfDeal,
  updatePayoutAmount,
} from './payouts.queries.ts';

/** The order went to the bank. Only from an approved batch. */
export async function markSent(ctx: Context, payoutId: string): Promise<void> {
  await withPayout(ctx, payoutId, async (tx, payout, batch) => {
    if (batch.status === 'draft') {
      throw new AppError('illegal_move', { userMessage: 'Approve the batch first, then send its payouts.' });
    }
    await movePayout(tx, ctx, payout, { to: 'sent', set: { sentAt: ctx.clock.now() } });
  });
}

/** The bank confirmed it: the commissions are paid and the ledger says so. */
export async function markPaid(ctx: Context, input: { payoutId: string; reference: string }): Promise<void> {
  await withPayout(ctx, input.payoutId, async (tx, payout) => {
    await movePayout(tx, ctx, payout, {
      to: 'paid',
      set: { paidAt: ctx.clock.now(), reference: input.reference },
    });
    await payCommissionsOf(tx, ctx, payout.id);
  });
}

/** It did not arrive, or will not be sent: its commissions are approved again and wait for the next batch. */
export async function markFailed(ctx: Context, input: { payoutId: string; reason: string }): Promise<void> {
  await withPayout(ctx, input.payoutId, (tx, payout) => failPayout(tx, ctx, payout, input.reason));
}

/**
 * Takes what a reversed deal earned out of payouts that have not left, in the transaction of the reversal. A payout
 * with nothing left to pay ends; what was sent already is left alone.
 */
export async function dropFromUnsentPayouts(
  tx: Tx,
  ctx: Context,
  deal: { id: string; reason: string },
): Promise<void> {
  for (const { id, batchId } of await unsentPayoutsOfDeal(tx, deal.id)) {
    await lockBatch(tx, batchId);
    const payout = await lockPayout(tx, id);
    if (payout?.status !== 'scheduled') continue;
    const lines = await lockCommissionsOfPayout(tx, id);
    const dropped = lines.filter((line) => line.dealId === deal.id);
    const left = lines
      .filter((line) => line.dealId !== deal.id)
      .reduce((sum, line) => sum + line.amountMinor, 0n);
    if (left > 0n) {
      await unscheduleCommissions(tx, ctx, dropped, deal.reason);
      await updatePayoutAmount(tx, id, left);
      await recordChange(tx, ctx, {
        action: 'payout.reduced',
        subjectType: payoutMachine.name,
        subjectId: id,
        fields: ['amountMinor'],
        reason: deal.reason,
      });
    } else {
      await failPayout(tx, ctx, payout, deal.reason);
    }
    await advanceBatch(tx, ctx, batchId);
  }
}

/** Refuses a reversal when a batch took the deal's commissions up while it ran: the next try takes them out again. */
export async function refuseUnsentPayouts(tx: Tx, dealId: string): Promise<void> {
  if ((await unsentPayoutsOfDeal(tx, dealId)).length === 0) return;
  throw new AppError('stale', {
    userMessage: 'A payout batch was made at this moment. Nothing was changed; try again.',
  });
}

/** Moves a batch as far as its payouts have earned. The caller holds its lock. */
export async function advanceBatch(tx: Tx, ctx: Context, batchId: string): Promise<void> {
  for (;;) {
    const batch = await lockBatch(tx, batchId);
    const next = batch ? nextBatchStatus(batch.status, await statusesInBatch(tx, batchId)) : null;
    if (!next) return;
    await moveState(tx, ctx, {
      machine: payoutBatchMachine,
      table: batchTable,
      id: batchId,
      to: next,
      set: next === 'completed' ? { completedAt: ctx.clock.now() } : {},
    });
  }
}

async function withPayout(
  ctx: Context,
  payoutId: string,
  work: (tx: Tx, payout: PayoutRow, batch: BatchRow) => Promise<void>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const found = await getPayout(tx, payoutId);
    if (!found) throw notFound('payout');
    const batch = await lockBatch(tx, found.batchId);
    const payout = await lockPayout(tx, payoutId);
    if (!batch || !payout) throw notFound('payout');
    await work(tx, payout, batch);
    await advanceBatch(tx, ctx, batch.id);
  });
}

async function failPayout(tx: Tx, ctx: Context, payout: PayoutRow, reason: string): Promise<void> {
  await movePayout(tx, ctx, payout, { to: 'failed', set: { failureReason: reason }, reason });
  await unscheduleCommissions(tx, ctx, await lockCommissionsOfPayout(tx, payout.id), reason);
}

async function movePayout(
  tx: Tx,
  ctx: Context,
  payout: PayoutRow,
  move: { to: PayoutRow['status']; set?: Partial<PayoutRow>; reason?: string },
): Promise<void> {
  await moveState(tx, ctx, {
    machine: payoutMachine,
    table: payoutTable,
    id: payout.id,
    ...move,
    payload: { partnerId: payout.partnerId, batchId: payout.batchId },
  });
}
