import { z } from 'zod';
import { procedure, router } from '../../../trpc/trpc.ts';
import {
  applicationDetail,
  applicationPage,
  applyInput,
  applyOutput,
  approveApplicationInput,
  getApplicationInput,
  listApplicationsInput,
  rejectApplicationInput,
} from './applications.schema.ts';
import { apply } from './apply.ts';
import { approveApplication, rejectApplication } from './decide.ts';
import { getApplication, listApplications } from './read-applications.ts';

export const applicationsRouter = router({
  /** The public form. Open to everybody; throttled by address. (`apply` is a reserved word of tRPC.) */
  submit: procedure
    .meta({ audiences: ['partner'], permission: 'public' })
    .input(applyInput)
    .output(applyOutput)
    .mutation(({ ctx, input }) => apply(ctx, input)),

  list: procedure
    .meta({ audiences: ['staff'], permission: 'partners.read' })
    .input(listApplicationsInput)
    .output(applicationPage)
    .query(({ ctx, input }) => listApplications(ctx, input)),

  get: procedure
    .meta({ audiences: ['staff'], permission: 'partners.read' })
    .input(getApplicationInput)
    .output(applicationDetail)
    .query(({ ctx, input }) => getApplication(ctx, input.partnerId)),

  approve: procedure
    .meta({ audiences: ['staff'], permission: 'applications.decide' })
    .input(approveApplicationInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await approveApplication(ctx, input);
      return null;
    }),

  reject: procedure
    .meta({ audiences: ['staff'], permission: 'applications.decide' })
    .input(rejectApplicationInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await rejectApplication(ctx, input);
      return null;
    }),
});
