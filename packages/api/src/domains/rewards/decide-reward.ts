import type { Tx } from '@goodword/db';
import { rewards } from '@goodword/db/schema';
import { canMove, rewardMachine } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { forEachRow } from '../../platform/each-row.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import type { RowResult } from '../../shared/bulk.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { credit, debit, postTransaction } from '../ledger/index.ts';
import { openReward } from './open-reward.ts';
import {
  isLotReserved,
  isVoucherReserved,
  lockLotOfReward,
  lockReward,
  type RewardRow,
  updateLot,
} from './rewards.queries.ts';

export interface Decision {
  id: string;
  reason?: string | undefined;
}

/** Makes earned or held rewards usable before their waiting time is over; each row succeeds or fails by itself. */
export async function approveRewards(ctx: Context, ids: readonly string[]): Promise<RowResult[]> {
  return forEachRow(ctx, ids, (tx, id) => approve(tx, ctx, id));
}

async function approve(tx: Tx, ctx: Context, id: string): Promise<void> {
  const reward = await requireReward(tx, id);
  if (reward.availableAt) await reopen(tx, ctx, { id });
  else await openReward(tx, ctx, id);
}

/** Stops an earned or available reward until somebody decides. Its time keeps running. */
export async function holdReward(ctx: Context, { id, reason }: Decision): Promise<void> {
  await inScope(ctx, async (tx) => {
    const reward = await requireReward(tx, id);
    await refuseWhileInCheckout(tx, reward);
    await moveState(tx, ctx, {
      machine: rewardMachine,
      table: rewards,
      id,
      to: 'held',
      set: { reason: reason ?? null },
      reason,
    });
  });
}

/** Lets a held reward go on from where it was. */
export async function releaseReward(ctx: Context, { id, reason }: Decision): Promise<void> {
  await inScope(ctx, async (tx) => {
    const reward = await requireReward(tx, id);
    if (reward.availableAt) await reopen(tx, ctx, { id, reason });
    else {
      await moveState(tx, ctx, {
        machine: rewardMachine,
        table: rewards,
        id,
        to: 'earned',
        set: { reason: null },
        reason,
      });
    }
  });
}

async function reopen(tx: Tx, ctx: Context, { id, reason }: Decision): Promise<void> {
  await moveState(tx, ctx, {
    machine: rewardMachine,
    table: rewards,
    id,
    to: 'available',
    action: 'reward.reopened',
    set: { reason: null },
    reason,
  });
}

/** Takes a reward back, as far as it was not used. */
export async function cancelReward(ctx: Context, decision: Decision): Promise<void> {
  await inScope(ctx, (tx) => cancel(tx, ctx, decision));
}

/**
 * Takes a reward back whose invite was, unless it is over by now. One in a checkout stays until that has ended: what is
 * then left of it can be taken back.
 */
export async function cancelOfReversed(tx: Tx, ctx: Context, id: string): Promise<void> {
  const reward = await requireReward(tx, id);
  if (!canMove(rewardMachine, reward.status, 'cancelled') || (await isInCheckout(tx, reward))) return;
  await cancel(tx, ctx, { id, reason: 'The invite was taken back.' });
}

async function cancel(tx: Tx, ctx: Context, { id, reason }: Decision): Promise<void> {
  const reward = await requireReward(tx, id);
  const lot = await lockLotOfReward(tx, id);
  await refuseWhileInCheckout(tx, reward);
  await moveState(tx, ctx, {
    machine: rewardMachine,
    table: rewards,
    id,
    to: 'cancelled',
    set: { reason: reason ?? null },
    reason,
  });
  if (!lot || lot.remainingMinor === 0n) return;
  const { currency, clientId, remainingMinor: amountMinor } = lot;
  await updateLot(tx, lot.id, { remainingMinor: 0n });
  await postTransaction(tx, ctx, {
    kind: 'reward_cancelled',
    referenceId: id,
    postings: [
      debit({ kind: 'reward_liability', currency, amountMinor, clientId }),
      credit({ kind: 'reward_expense', currency, amountMinor }),
    ],
  });
}

/** Locks the lot before the reward, in the order of a checkout, so that the two never wait for each other. */
async function requireReward(tx: Tx, id: string): Promise<RewardRow> {
  await lockLotOfReward(tx, id);
  const reward = await lockReward(tx, id);
  if (!reward) throw notFound('reward');
  return reward;
}

/** What a patient is paying with right now cannot be taken away under their hands. */
async function refuseWhileInCheckout(tx: Tx, reward: RewardRow): Promise<void> {
  if (await isInCheckout(tx, reward)) {
    throw new AppError('stale', {
      userMessage: 'This reward is being used in a checkout right now. Try again in half an hour.',
    });
  }
}

async function isInCheckout(tx: Tx, reward: RewardRow): Promise<boolean> {
  const lot = await lockLotOfReward(tx, reward.id);
  return lot ? isLotReserved(tx, lot.id) : isVoucherReserved(tx, reward.id);
}
