import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { approveBatch } from './approve-batch.ts';
import { createBatch } from './create-batch.ts';
import { markFailed, markPaid, markSent } from './move-payout.ts';
import {
  createPayoutBatchInput,
  createPayoutBatchOutput,
  listOwnPayoutsInput,
  listPayoutBatchesInput,
  markFailedInput,
  markPaidInput,
  ownPayoutPage,
  payoutBatchDetail,
  payoutBatchIdInput,
  payoutBatchPage,
  payoutIdInput,
} from './payouts.schema.ts';
import { batchesPage, ownPayoutsPage, readBatch } from './read-payouts.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'payouts.read' });
const manage = procedure.meta({ audiences: ['staff'], permission: 'payouts.manage' });
/** Where money leaves, the password is asked for once more. */
const release = procedure.meta({ audiences: ['staff'], permission: 'payouts.manage', confirmed: true });

export const payoutsRouter = router({
  batches: read
    .input(listPayoutBatchesInput)
    .output(payoutBatchPage)
    .query(({ ctx, input }) => batchesPage(ctx, input)),

  batch: read
    .input(payoutBatchIdInput)
    .output(payoutBatchDetail)
    .query(({ ctx, input }) => readBatch(ctx, input.id)),

  create: manage
    .input(createPayoutBatchInput)
    .output(createPayoutBatchOutput)
    .mutation(({ ctx, input }) => createBatch(ctx, input)),

  approve: release
    .input(payoutBatchIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await approveBatch(ctx, input.id);
      return null;
    }),

  markSent: manage
    .input(payoutIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await markSent(ctx, input.payoutId);
      return null;
    }),

  markPaid: release
    .input(markPaidInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await markPaid(ctx, input);
      return null;
    }),

  markFailed: manage
    .input(markFailedInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await markFailed(ctx, input);
      return null;
    }),

  mine: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(listOwnPayoutsInput)
    .output(ownPayoutPage)
    .query(({ ctx, input }) => ownPayoutsPage(ctx, input)),
});
