import type { Tx } from '@goodword/db';
import { rewards } from '@goodword/db/schema';
import { rewardMachine } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { credit, debit, postTransaction } from '../ledger/index.ts';
import { isLotReserved, isVoucherReserved, lockLot, lockReward, updateLot } from './rewards.queries.ts';

/** What is left of a lot falls to us once its time is over (breakage). */
export async function expireLot(tx: Tx, ctx: Context, lotId: string): Promise<void> {
  const lot = await lockLot(tx, lotId);
  const now = ctx.clock.now();
  if (!lot || lot.expiredAt || lot.remainingMinor === 0n || (await isLotReserved(tx, lotId))) return;
  const reward = lot.rewardId ? await lockReward(tx, lot.rewardId) : undefined;
  if (reward && reward.status !== 'available') return;

  const { currency, clientId, remainingMinor: amountMinor } = lot;
  await updateLot(tx, lotId, { remainingMinor: 0n, expiredAt: now });
  await postTransaction(tx, ctx, {
    kind: 'credit_expired',
    referenceId: lotId,
    postings: [
      debit({ kind: 'reward_liability', currency, amountMinor, clientId }),
      credit({ kind: 'breakage', currency, amountMinor }),
    ],
  });
  if (reward)
    await moveState(tx, ctx, { machine: rewardMachine, table: rewards, id: reward.id, to: 'expired' });
}

export async function expireVoucher(tx: Tx, ctx: Context, rewardId: string): Promise<void> {
  const reward = await lockReward(tx, rewardId);
  if (reward?.status !== 'available' || (await isVoucherReserved(tx, rewardId))) return;
  await moveState(tx, ctx, { machine: rewardMachine, table: rewards, id: rewardId, to: 'expired' });
}
