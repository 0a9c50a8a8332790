import { procedure, router } from '../../trpc/trpc.ts';
import { answerItem, closeCheck } from './keep-checks.ts';
import { readAllChecks, readChecks } from './read-checks.ts';
import {
  answerCheckItemInput,
  checkChanged,
  checkPage,
  checksOfPartner,
  checksOfPartnerInput,
  closeCheckInput,
  listChecksInput,
} from './yearly-checks.schema.ts';

const read = procedure.meta({ audiences: ['staff'], permission: 'care.read' });
const work = procedure.meta({ audiences: ['staff'], permission: 'care.work' });

/** Internal from end to end: staff only. */
export const yearlyChecksRouter = router({
  ofPartner: read
    .input(checksOfPartnerInput)
    .output(checksOfPartner)
    .query(({ ctx, input }) => readChecks(ctx, input)),

  list: read
    .input(listChecksInput)
    .output(checkPage)
    .query(({ ctx, input }) => readAllChecks(ctx, input)),

  answer: work
    .input(answerCheckItemInput)
    .output(checkChanged)
    .mutation(({ ctx, input }) => answerItem(ctx, input)),

  close: work
    .input(closeCheckInput)
    .output(checkChanged)
    .mutation(({ ctx, input }) => closeCheck(ctx, input)),
});
