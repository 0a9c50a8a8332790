import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { landingIndex, landingInput, landingOutput, onePagerOutput } from './landing.schema.ts';
import { listLandings, readLanding } from './read-landing.ts';
import { readOnePager } from './read-one-pager.ts';

const open = procedure.meta({ audiences: ['partner'], permission: 'public' });

export const landingRouter = router({
  list: open
    .input(z.strictObject({}).optional())
    .output(landingIndex)
    .query(({ ctx }) => listLandings(ctx)),

  read: open
    .input(landingInput)
    .output(landingOutput)
    .query(({ ctx, input }) => readLanding(ctx, input)),

  /** The same page on one sheet. */
  onePager: open
    .input(landingInput)
    .output(onePagerOutput)
    .query(({ ctx, input }) => readOnePager(ctx, input)),
});
