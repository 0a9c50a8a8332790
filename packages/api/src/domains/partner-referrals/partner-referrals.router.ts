import { z } from 'zod';
import { takeLetterToStranger } from '../../trpc/limits.ts';
import { procedure } from '../../trpc/trpc.ts';
import { changeReferralStatus } from './change-referral-status.ts';
import { optOut } from './decline-referral.ts';
import { listMyReferrals, readMyReferral } from './my-referrals.ts';
import {
  changeReferralStatusInput,
  getReferralInput,
  listMyReferralsInput,
  listReferralsInput,
  myReferralDetail,
  myReferralPage,
  referralDetail,
  referralFormOutput,
  referralPage,
  referralSubmitted,
  referralTokenInput,
  submitReferralInput,
} from './partner-referrals.schema.ts';
import { listReferrals, readReferral } from './read-referrals.ts';
import { resendConfirmation } from './resend-confirmation.ts';
import { readReferralForm, submitReferral } from './submit-referral.ts';

/** Procedures of `referrals` except the client's forms, which make leads and stand there. */
export const partnerReferralProcedures = {
  form: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(z.strictObject({}).optional())
    .output(referralFormOutput)
    .query(({ ctx }) => readReferralForm(ctx)),

  submit: procedure
    .meta({ audiences: ['partner'], permission: 'portal.work' })
    .input(submitReferralInput)
    .output(referralSubmitted)
    .mutation(async ({ ctx, input }) => {
      await takeLetterToStranger(ctx);
      return submitReferral(ctx, input);
    }),

  mine: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(listMyReferralsInput)
    .output(myReferralPage)
    .query(({ ctx, input }) => listMyReferrals(ctx, input)),

  mineDetail: procedure
    .meta({ audiences: ['partner'], permission: 'portal.read' })
    .input(getReferralInput)
    .output(myReferralDetail)
    .query(({ ctx, input }) => readMyReferral(ctx, input.id)),

  optOut: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(referralTokenInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await optOut(ctx, input);
      return null;
    }),

  list: procedure
    .meta({ audiences: ['staff'], permission: 'referrals.read' })
    .input(listReferralsInput)
    .output(referralPage)
    .query(({ ctx, input }) => listReferrals(ctx, input)),

  get: procedure
    .meta({ audiences: ['staff'], permission: 'referrals.read' })
    .input(getReferralInput)
    .output(referralDetail)
    .query(({ ctx, input }) => readReferral(ctx, input.id)),

  changeStatus: procedure
    .meta({ audiences: ['staff'], permission: 'referrals.work' })
    .input(changeReferralStatusInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeReferralStatus(ctx, input);
      return null;
    }),

  resendConfirmation: procedure
    .meta({ audiences: ['staff'], permission: 'referrals.work' })
    .input(getReferralInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resendConfirmation(ctx, input);
      return null;
    }),
};
