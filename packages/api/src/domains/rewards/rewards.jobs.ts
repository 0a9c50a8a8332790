import type { Tx } from '@goodword/db';
import type { JobContext, JobHandler, PeriodicTask } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { mailPeople } from '../inbox/index.ts';
import { describeReward } from '../programs/index.ts';
import { cancelOfReversed } from './decide-reward.ts';
import { expireLot, expireVoucher } from './expire-rewards.ts';
import { rewardAvailable } from './mails/reward-available.tsx';
import { openReward } from './open-reward.ts';
import {
  getBeneficiary,
  listLotsPastExpiry,
  listRewardsDue,
  listRewardsOfReversed,
  listVouchersPastExpiry,
  lockReward,
} from './rewards.queries.ts';

const BATCH = 200;

const mailBeneficiary: JobHandler = {
  name: 'rewards.mail-beneficiary',
  on: ['reward.available'],
  async run(ctx, event) {
    const facts = await inScope(ctx, async (tx) => {
      const reward = await lockReward(tx, event.subjectId);
      const person = reward ? await getBeneficiary(tx, reward.clientId) : undefined;
      return reward && person ? { reward, person } : null;
    });
    if (!facts) return;
    const { reward, person } = facts;
    await mailPeople(ctx, {
      kind: 'reward_available',
      party: reward,
      template: rewardAvailable,
      subjectId: reward.id,
      eventId: event.id,
      data: async () => ({
        name: person.name,
        reward: describeReward(reward, reward.currency),
        url: `${ctx.urls.patient}/rewards`,
      }),
    });
  },
};

/** Runs `work` for each id in a transaction of its own, batch after batch. */
async function forEach(
  ctx: JobContext,
  list: (tx: Tx) => Promise<string[]>,
  work: (tx: Tx, id: string) => Promise<void>,
): Promise<void> {
  for (;;) {
    const ids = await inScope(ctx, list);
    for (const id of ids) await inScope(ctx, (tx) => work(tx, id));
    if (ids.length < BATCH) return;
  }
}

/** A conversion that is taken back takes its unused rewards along, each by itself; what was spent stays spent. */
const cancelReversed = (ctx: JobContext, of: { inviteId?: string; redemptionId?: string } = {}) =>
  forEach(
    ctx,
    (tx) => listRewardsOfReversed(tx, { ...of, limit: BATCH }),
    (tx, id) => cancelOfReversed(tx, ctx, id),
  );

const cancelAtReversal: JobHandler = {
  name: 'rewards.cancel-of-reversed',
  on: ['invite.reversed'],
  run: (ctx, event) => cancelReversed(ctx, { inviteId: event.subjectId }),
};

/** What was in a checkout when its invite was taken back stayed until the checkout ended. */
const cancelAfterCheckout: JobHandler = {
  name: 'rewards.cancel-after-checkout',
  on: ['redemption.committed', 'redemption.released'],
  run: (ctx, event) => cancelReversed(ctx, { redemptionId: event.subjectId }),
};

/** Comes back for what was being granted when its invite was taken back. */
const cancelLate: PeriodicTask = {
  name: 'rewards.cancel-late',
  everySeconds: 60,
  run: (ctx) => cancelReversed(ctx),
};

const openDue: PeriodicTask = {
  name: 'rewards.open-due',
  everySeconds: 60,
  run: (ctx) =>
    forEach(
      ctx,
      (tx) => listRewardsDue(tx, ctx.clock.now(), BATCH),
      async (tx, id) => {
        const reward = await lockReward(tx, id);
        if (reward?.status === 'earned') await openReward(tx, ctx, id);
      },
    ),
};

const expire: PeriodicTask = {
  name: 'rewards.expire',
  everySeconds: 300,
  async run(ctx) {
    await forEach(
      ctx,
      (tx) => listLotsPastExpiry(tx, ctx.clock.now(), BATCH),
      (tx, id) => expireLot(tx, ctx, id),
    );
    await forEach(
      ctx,
      (tx) => listVouchersPastExpiry(tx, ctx.clock.now(), BATCH),
      (tx, id) => expireVoucher(tx, ctx, id),
    );
  },
};

export const rewardsJobs: JobHandler[] = [mailBeneficiary, cancelAtReversal, cancelAfterCheckout];
export const rewardsTasks: PeriodicTask[] = [cancelLate, openDue, expire];
