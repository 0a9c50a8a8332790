import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { countQueued, listDeadJobs } from './jobs.queries.ts';
import { jobsOverview, retryJobInput } from './jobs.schema.ts';
import { retryJob } from './retry-job.ts';

export const jobsRouter = router({
  overview: procedure
    .meta({ audiences: ['staff'], permission: 'jobs.read' })
    .input(z.strictObject({}).optional())
    .output(jobsOverview)
    .query(({ ctx }) =>
      inScope(ctx, async (tx) => ({ ...(await countQueued(tx)), dead: await listDeadJobs(tx) })),
    ),

  retry: procedure
    .meta({ audiences: ['staff'], permission: 'jobs.manage' })
    .input(retryJobInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await retryJob(ctx, input.id);
      return null;
    }),
});
