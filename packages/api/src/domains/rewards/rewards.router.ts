import { z } from 'zod';
import { bulkResult } from '../../shared/bulk.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { approveRewards, cancelReward, holdReward, releaseReward } from './decide-reward.ts';
import { readRewards, readWallet } from './read-rewards.ts';
import {
  approveRewardsInput,
  decideRewardInput,
  listRewardsInput,
  releaseRewardInput,
  rewardPage,
  walletOutput,
} from './rewards.schema.ts';

export const rewardsRouter = router({
  wallet: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(z.strictObject({}).optional())
    .output(walletOutput)
    .query(({ ctx }) => readWallet(ctx)),

  list: procedure
    .meta({ audiences: ['staff'], permission: 'rewards.read' })
    .input(listRewardsInput)
    .output(rewardPage)
    .query(({ ctx, input }) => readRewards(ctx, input)),

  /** Makes rewards usable before their waiting time is over. One answer per row. */
  approve: procedure
    .meta({ audiences: ['staff'], permission: 'rewards.decide' })
    .input(approveRewardsInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await approveRewards(ctx, input.ids) })),

  hold: procedure
    .meta({ audiences: ['staff'], permission: 'rewards.decide' })
    .input(decideRewardInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await holdReward(ctx, input);
      return null;
    }),

  release: procedure
    .meta({ audiences: ['staff'], permission: 'rewards.decide' })
    .input(releaseRewardInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await releaseReward(ctx, input);
      return null;
    }),

  cancel: procedure
    .meta({ audiences: ['staff'], permission: 'rewards.decide' })
    .input(decideRewardInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await cancelReward(ctx, input);
      return null;
    }),
});
