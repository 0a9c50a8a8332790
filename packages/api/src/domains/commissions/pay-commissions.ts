import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { postTransaction } from '../ledger/index.ts';
import { cancelLine } from './change-commission.ts';
import {
  type CommissionRow,
  lockCommissionsOfPayout,
  lockOpenTakeBacks,
  lockPayable,
} from './commissions.queries.ts';
import { moveCommission } from './move-commission.ts';
import { payoutPostings } from './postings.ts';

/**
 * Everything approved that we owe, locked for the payouts about to be made of it. Who asks at the same moment waits
 * and then finds nothing left.
 */
export function takePayable(tx: Tx, currency?: string): Promise<CommissionRow[]> {
  return lockPayable(tx, currency);
}

/** Puts an approved line into a payout. */
export async function scheduleCommission(
  tx: Tx,
  ctx: Context,
  line: CommissionRow,
  payoutId: string,
): Promise<void> {
  await moveCommission(tx, ctx, line, { to: 'scheduled', set: { payoutId } });
}

/** The payout reached the partner: its lines are paid and the ledger clears what was owed. */
export async function payCommissionsOf(tx: Tx, ctx: Context, payoutId: string): Promise<void> {
  const lines = await lockCommissionsOfPayout(tx, payoutId);
  const paidAt = ctx.clock.now();
  for (const line of lines) await moveCommission(tx, ctx, line, { to: 'paid', set: { paidAt } });
  await postTransaction(tx, ctx, {
    kind: 'payout_paid',
    referenceId: payoutId,
    postings: payoutPostings(lines),
  });
}

/**
 * Takes lines out of a payout that will not happen, or not with them. A line that was to be taken back once paid
 * is then simply cancelled, together with its opposite.
 */
export async function unscheduleCommissions(
  tx: Tx,
  ctx: Context,
  lines: readonly CommissionRow[],
  reason: string,
): Promise<void> {
  for (const line of lines) {
    await moveCommission(tx, ctx, line, { to: 'approved', set: { payoutId: null }, reason });
  }
  const takeBacks = await lockOpenTakeBacks(
    tx,
    lines.map((line) => line.id),
  );
  for (const takeBack of takeBacks) {
    const undone = lines.find((line) => line.id === takeBack.reversesId);
    await cancelLine(tx, ctx, takeBack, reason);
    if (undone) await cancelLine(tx, ctx, undone, reason);
  }
}
