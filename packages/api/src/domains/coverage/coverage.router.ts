import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import {
  checkCoverageInput,
  coverageCheck,
  coverageList,
  listCoverageInput,
  setCoverageInput,
} from './coverage.schema.ts';
import { checkCoverage, listCoverage } from './read-coverage.ts';
import { setCoverage } from './set-coverage.ts';

export const coverageRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'coverage.read' })
    .input(listCoverageInput)
    .output(coverageList)
    .query(({ ctx, input }) => listCoverage(ctx, input)),

  set: procedure
    .meta({ audiences: ['staff'], permission: 'coverage.manage' })
    .input(setCoverageInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await setCoverage(ctx, input);
      return null;
    }),

  /** Open to everybody: what can be found in a region. */
  check: procedure
    .meta({ audiences: ['staff', 'partner', 'patient'], permission: 'public' })
    .input(checkCoverageInput)
    .output(coverageCheck)
    .query(({ ctx, input }) => checkCoverage(ctx, input)),
});
