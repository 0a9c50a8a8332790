import { procedure, router } from '../../trpc/trpc.ts';
import { listScorecards, readScorecard } from './read-scorecards.ts';
import { listScorecardsInput, scorecardInput, scorecardOutput, scorecardPage } from './scorecards.schema.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'care.read' });

/** Internal from end to end: partners never see how they are measured. */
export const scorecardsRouter = router({
  ofPartner: read
    .input(scorecardInput)
    .output(scorecardOutput)
    .query(({ ctx, input }) => readScorecard(ctx, input)),

  list: read
    .input(listScorecardsInput)
    .output(scorecardPage)
    .query(({ ctx, input }) => listScorecards(ctx, input)),
});
