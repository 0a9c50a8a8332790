import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { registerPatientInput, verifyPatientEmailInput } from './patients.schema.ts';
import { registerPatient } from './register-patient.ts';
import { verifyEmail } from './verify-email.ts';

export const patientsRouter = router({
  /** Same answer for every address; a message to it says what comes next. */
  register: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(registerPatientInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await registerPatient(ctx, input);
      return null;
    }),

  /** Uses up the link from the mail and opens the session. */
  verifyEmail: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(verifyPatientEmailInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await verifyEmail(ctx, input);
      return null;
    }),
});
