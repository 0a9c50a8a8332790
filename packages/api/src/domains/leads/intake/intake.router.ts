import { procedure } from '../../../trpc/trpc.ts';
import { referralTokenInput } from '../../partner-referrals/index.ts';
import { confirmReferral } from './confirm-referral.ts';
import {
  confirmationOutput,
  confirmedOutput,
  confirmReferralInput,
  intakeFormOutput,
  intakeReceived,
  linkFormOutput,
  readIntakeInput,
  readLinkInput,
  submitByLinkInput,
  submitIntakeInput,
} from './intake.schema.ts';
import { readConfirmation } from './read-confirmation.ts';
import { readIntake, readLink } from './read-forms.ts';
import { submitByLink, submitIntake } from './submit-intake.ts';

/** The procedures of `referrals` by which clients make leads. */
export const intakeProcedures = {
  readConfirmation: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(referralTokenInput)
    .output(confirmationOutput)
    .query(({ ctx, input }) => readConfirmation(ctx, input)),

  confirm: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(confirmReferralInput)
    .output(confirmedOutput)
    .mutation(({ ctx, input }) => confirmReferral(ctx, input)),

  readIntake: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(readIntakeInput)
    .output(intakeFormOutput)
    .query(({ ctx, input }) => readIntake(ctx, input)),

  submitIntake: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(submitIntakeInput)
    .output(intakeReceived)
    .mutation(({ ctx, input }) => submitIntake(ctx, input)),

  readLink: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(readLinkInput)
    .output(linkFormOutput)
    .query(({ ctx, input }) => readLink(ctx, input)),

  submitByLink: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(submitByLinkInput)
    .output(intakeReceived)
    .mutation(({ ctx, input }) => submitByLink(ctx, input)),
};
