import type { Tx } from '@goodword/db';
import { redemptions, rewards } from '@goodword/db/schema';
import { redemptionMachine, rewardMachine } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { AppError, invariant, notFound } from '../../shared/errors.ts';
import { credit, debit, postTransaction } from '../ledger/index.ts';
import { isLotReserved, lockLot, lockReward, updateLot } from '../rewards/index.ts';
import { listLotsOf, lockRedemption, type RedemptionRow } from './checkout.queries.ts';

export interface Settled {
  reservationId: string;
  status: 'committed' | 'released';
  creditMinor: string;
  currency: string;
}

/**
 * The order was paid: what was put aside is used. A second commit answers like the first and changes nothing. A
 * reservation whose time is over can still be committed until it is released.
 * @throws `not_found`, `illegal_move` once it was released
 */
export async function commitReservation(
  tx: Tx,
  ctx: Context,
  source: string,
  reservationId: string,
): Promise<Settled> {
  const row = await requireReservation(tx, source, reservationId);
  if (row.status === 'released') {
    throw new AppError('illegal_move', {
      userMessage:
        'This reservation was released or took too long. Reserve again and charge what it answers.',
    });
  }
  if (row.status === 'reserved') await commit(tx, ctx, row);
  return describe(row, 'committed');
}

/**
 * The order was not paid: what was put aside is free again. A second release answers like the first.
 * @throws `not_found`, `illegal_move` once it was committed
 */
export async function releaseReservation(
  tx: Tx,
  ctx: Context,
  source: string,
  reservationId: string,
): Promise<Settled> {
  const row = await requireReservation(tx, source, reservationId);
  if (row.status === 'committed') {
    throw new AppError('illegal_move', { userMessage: 'This credit was used and cannot be released.' });
  }
  if (row.status === 'reserved') await release(tx, ctx, row);
  return describe(row, 'released');
}

async function requireReservation(tx: Tx, source: string, id: string): Promise<RedemptionRow> {
  const row = await lockRedemption(tx, id);
  if (row?.source !== source) throw notFound('reservation');
  return row;
}

async function commit(tx: Tx, ctx: Context, row: RedemptionRow): Promise<void> {
  const now = ctx.clock.now();
  const lots = await listLotsOf(tx, row.id);
  for (const { lotId } of lots) await lockLot(tx, lotId);
  await moveState(tx, ctx, {
    machine: redemptionMachine,
    table: redemptions,
    id: row.id,
    to: 'committed',
    set: { committedAt: now },
  });
  const { currency, amountMinor, clientId, voucherRewardId } = row;
  // The clinic collected less by this amount: we owe it what we owed the patient, or what the voucher promised.
  const source = voucherRewardId
    ? debit({ kind: 'reward_expense', currency, amountMinor })
    : debit({ kind: 'reward_liability', currency, amountMinor, clientId });
  await postTransaction(tx, ctx, {
    kind: voucherRewardId ? 'voucher_used' : 'credit_used',
    referenceId: row.id,
    postings: [source, credit({ kind: 'cash_clearing', currency, amountMinor })],
  });
  if (voucherRewardId) await redeem(tx, ctx, voucherRewardId);
  for (const { lotId } of lots) await redeemWhenEmpty(tx, ctx, lotId);
}

/** The reward behind a lot is redeemed once nothing of it is left and no other checkout could give some back. */
async function redeemWhenEmpty(tx: Tx, ctx: Context, lotId: string): Promise<void> {
  const lot = await lockLot(tx, lotId);
  if (!lot?.rewardId || lot.remainingMinor > 0n || (await isLotReserved(tx, lotId))) return;
  await redeem(tx, ctx, lot.rewardId);
}

async function redeem(tx: Tx, ctx: Context, rewardId: string): Promise<void> {
  const reward = await lockReward(tx, rewardId);
  invariant(reward?.status === 'available', 'what is in a checkout is neither held nor cancelled');
  await moveState(tx, ctx, {
    machine: rewardMachine,
    table: rewards,
    id: rewardId,
    to: 'redeemed',
    set: { redeemedAt: ctx.clock.now() },
  });
}

/** Gives back what a reservation holds. The caller holds its row or its order. */
export async function release(tx: Tx, ctx: Context, row: RedemptionRow): Promise<void> {
  for (const { lotId, amountMinor } of await listLotsOf(tx, row.id)) {
    const lot = await lockLot(tx, lotId);
    invariant(lot, 'a reservation names its lots');
    await updateLot(tx, lotId, { remainingMinor: lot.remainingMinor + amountMinor });
  }
  await moveState(tx, ctx, {
    machine: redemptionMachine,
    table: redemptions,
    id: row.id,
    to: 'released',
    set: { releasedAt: ctx.clock.now() },
  });
}

function describe(row: RedemptionRow, status: Settled['status']): Settled {
  return {
    reservationId: row.id,
    status,
    creditMinor: row.amountMinor.toString(),
    currency: row.currency,
  };
}
