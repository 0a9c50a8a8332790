import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import {
  dealDetail,
  dealIdInput,
  dealPage,
  endDealInput,
  listDealsInput,
  reportDealInput,
  reportDealOutput,
} from './deals.schema.ts';
import { dealsPage, readDeal } from './read-deals.ts';
import { reportDeal, sourceOf } from './report-deal.ts';
import { reverseDeal } from './reverse-deal.ts';
import { refuseDeal, verifyDeal } from './verify-deal.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'deals.read' });
const decide = procedure.meta({ audiences: ['staff'], permission: 'deals.verify' });

export const dealsRouter = router({
  list: read
    .input(listDealsInput)
    .output(dealPage)
    .query(({ ctx, input }) => dealsPage(ctx, input)),

  get: read
    .input(dealIdInput)
    .output(dealDetail)
    .query(({ ctx, input }) => readDeal(ctx, input.id)),

  report: procedure
    .meta({ audiences: ['staff'], permission: 'deals.report' })
    .input(reportDealInput)
    .output(reportDealOutput)
    .mutation(async ({ ctx, input }) => ({
      id: await inScope(ctx, (tx) => reportDeal(tx, ctx, { ...input, source: sourceOf(input) })),
    })),

  verify: decide
    .input(dealIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await verifyDeal(ctx, input.id);
      return null;
    }),

  refuse: decide
    .input(endDealInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await refuseDeal(ctx, input);
      return null;
    }),

  reverse: decide
    .input(endDealInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await reverseDeal(ctx, input);
      return null;
    }),
});
