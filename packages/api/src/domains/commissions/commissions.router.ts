import { z } from 'zod';
import { bulkResult } from '../../shared/bulk.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { approveCommissions } from './approve-commissions.ts';
import {
  cancelCommission,
  confirmCommission,
  holdCommission,
  invoiceCommission,
  releaseCommission,
  settleCommission,
  writeOffCommission,
} from './change-commission.ts';
import {
  approveCommissionsInput,
  changeCommissionInput,
  commissionDetail,
  commissionIdInput,
  commissionPage,
  invoiceCommissionInput,
  listCommissionsInput,
  listOwnCommissionsInput,
  ownCommissionDetail,
  ownCommissionPage,
  ownCommissionSummary,
  settleCommissionInput,
} from './commissions.schema.ts';
import {
  commissionsPage,
  ownCommissionsPage,
  readCommission,
  readOwnCommission,
  summariseOwnCommissions,
} from './read-commissions.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'commissions.read' });
const decide = procedure.meta({ audiences: ['staff'], permission: 'commissions.decide' });
const own = procedure.meta({ audiences: ['partner'], permission: 'portal.read' });

const withReason = decide.input(changeCommissionInput).output(z.null());

export const commissionsRouter = router({
  list: read
    .input(listCommissionsInput)
    .output(commissionPage)
    .query(({ ctx, input }) => commissionsPage(ctx, input)),

  get: read
    .input(commissionIdInput)
    .output(commissionDetail)
    .query(({ ctx, input }) => readCommission(ctx, input.id)),

  approve: decide
    .input(approveCommissionsInput)
    .output(bulkResult)
    .mutation(async ({ ctx, input }) => ({ results: await approveCommissions(ctx, input.ids) })),

  /** What a waiting commission waits for has happened. */
  confirm: withReason.mutation(async ({ ctx, input }) => {
    await confirmCommission(ctx, input);
    return null;
  }),

  hold: withReason.mutation(async ({ ctx, input }) => {
    await holdCommission(ctx, input);
    return null;
  }),

  release: decide
    .input(commissionIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await releaseCommission(ctx, input.id);
      return null;
    }),

  cancel: withReason.mutation(async ({ ctx, input }) => {
    await cancelCommission(ctx, input);
    return null;
  }),

  invoice: decide
    .input(invoiceCommissionInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await invoiceCommission(ctx, input);
      return null;
    }),

  settle: decide
    .input(settleCommissionInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await settleCommission(ctx, input);
      return null;
    }),

  writeOff: withReason.mutation(async ({ ctx, input }) => {
    await writeOffCommission(ctx, input);
    return null;
  }),

  mine: own
    .input(listOwnCommissionsInput)
    .output(ownCommissionPage)
    .query(({ ctx, input }) => ownCommissionsPage(ctx, input)),

  mineDetail: own
    .input(commissionIdInput)
    .output(ownCommissionDetail)
    .query(({ ctx, input }) => readOwnCommission(ctx, input.id)),

  summary: own
    .input(z.strictObject({}).optional())
    .output(ownCommissionSummary)
    .query(({ ctx }) => summariseOwnCommissions(ctx)),
});
