import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { changeProgram } from './change-program.ts';
import { changeProgramStatus } from './change-program-status.ts';
import { createProgram } from './create-program.ts';
import {
  changeProgramStatusInput,
  createdProgram,
  createProgramInput,
  getProgramInput,
  listProgramsInput,
  offerInput,
  offerOutput,
  patientPrograms,
  programDetail,
  programPage,
  reviewProgramInput,
  updateProgramInput,
} from './programs.schema.ts';
import { readOffer, readProgram, readPrograms, readRunningPrograms } from './read-programs.ts';
import { reviewProgram } from './review-program.ts';

export const programsRouter = router({
  list: procedure
    .meta({ audiences: ['staff'], permission: 'programs.read' })
    .input(listProgramsInput)
    .output(programPage)
    .query(({ ctx, input }) => readPrograms(ctx, input)),

  get: procedure
    .meta({ audiences: ['staff'], permission: 'programs.read' })
    .input(getProgramInput)
    .output(programDetail)
    .query(({ ctx, input }) => readProgram(ctx, input.id)),

  create: procedure
    .meta({ audiences: ['staff'], permission: 'programs.manage' })
    .input(createProgramInput)
    .output(createdProgram)
    .mutation(({ ctx, input }) => createProgram(ctx, input)),

  update: procedure
    .meta({ audiences: ['staff'], permission: 'programs.manage' })
    .input(updateProgramInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeProgram(ctx, input);
      return null;
    }),

  /** Vouches by name for the rules as they stand; needed before the program goes live. */
  review: procedure
    .meta({ audiences: ['staff'], permission: 'programs.manage' })
    .input(reviewProgramInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await reviewProgram(ctx, input);
      return null;
    }),

  changeStatus: procedure
    .meta({ audiences: ['staff'], permission: 'programs.manage' })
    .input(changeProgramStatusInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeProgramStatus(ctx, input);
      return null;
    }),

  /** Programs a patient can invite friends with now. */
  active: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(z.strictObject({}).optional())
    .output(patientPrograms)
    .query(({ ctx }) => readRunningPrograms(ctx)),

  /** What a friend with this code is offered. */
  offer: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(offerInput)
    .output(offerOutput)
    .query(({ ctx, input }) => readOffer(ctx, input.code)),
});
