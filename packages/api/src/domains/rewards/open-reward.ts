import type { Tx } from '@goodword/db';
import { rewards } from '@goodword/db/schema';
import { rewardMachine } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { credit, debit, postTransaction } from '../ledger/index.ts';
import { getProgram } from '../programs/index.ts';
import { insertLot, lockReward } from './rewards.queries.ts';

/** Makes an earned or held reward usable: its time starts to run, and credit becomes a lot that we owe. */
export async function openReward(tx: Tx, ctx: Context, id: string): Promise<void> {
  const reward = await lockReward(tx, id);
  invariant(reward, 'the reward was just read');
  const program = await getProgram(tx, reward.programId);
  invariant(program, 'a reward belongs to a program');
  const now = ctx.clock.now();
  const expiresAt = addDays(now, program.rewardExpiryDays);
  await moveState(tx, ctx, {
    machine: rewardMachine,
    table: rewards,
    id,
    to: 'available',
    set: { availableAt: now, expiresAt },
  });
  if (reward.kind !== 'credit' || !reward.amountMinor) return;

  const { clientId, currency, amountMinor } = reward;
  await insertLot(tx, {
    id: newId('creditLot', now),
    clientId,
    rewardId: id,
    currency,
    amountMinor,
    remainingMinor: amountMinor,
    createdAt: now,
    expiresAt,
  });
  await postTransaction(tx, ctx, {
    kind: 'reward_available',
    referenceId: id,
    postings: [
      debit({ kind: 'reward_expense', currency, amountMinor }),
      credit({ kind: 'reward_liability', currency, amountMinor, clientId }),
    ],
  });
}
