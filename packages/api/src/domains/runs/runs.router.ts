import { z } from 'zod';
import { runSummary } from '../../shared/run-shapes.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { cancelRun } from './cancel-run.ts';
import { readRun, readRunRows, readRuns } from './read-runs.ts';
import { listRunRowsInput, listRunsInput, runIdInput, runPage, runRowPage } from './runs.schema.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'runs.read' });

export const runsRouter = router({
  list: read
    .input(listRunsInput)
    .output(runPage)
    .query(({ ctx, input }) => readRuns(ctx, input)),

  get: read
    .input(runIdInput)
    .output(runSummary)
    .query(({ ctx, input }) => readRun(ctx, input.id)),

  rows: read
    .input(listRunRowsInput)
    .output(runRowPage)
    .query(({ ctx, input }) => readRunRows(ctx, input)),

  cancel: procedure
    .meta({ audiences: ['staff'], permission: 'runs.manage' })
    .input(runIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await cancelRun(ctx, input.id);
      return null;
    }),
});
