import { z } from 'zod';
import { procedure, router } from '../../../trpc/trpc.ts';
import {
  accountLinkInput,
  accountOverview,
  addPasskeyInput,
  changePasswordInput,
  confirmIdentityInput,
  emailChangeOutput,
  passkeyCreationOptions,
  passkeyIdInput,
  passkeyRequestOptions,
  passwordResetOutput,
  recoveryCodeInput,
  recoveryCodesOutput,
  requestEmailChangeInput,
  requestPasswordResetInput,
  resetPasswordInput,
  secondFactorsOutput,
  sessionIdInput,
  usePasskeyInput,
} from './account.schema.ts';
import { confirmEmailChange, readEmailChange, requestEmailChange } from './change-email.ts';
import { changePassword, confirmIdentity } from './change-password.ts';
import { endSession, signOutEverywhere } from './end-sessions.ts';
import {
  addPasskey,
  readSecondFactors,
  removePasskey,
  startPasskey,
  startPasskeyCheck,
  usePasskey,
} from './passkeys.ts';
import { readAccount } from './read-account.ts';
import { renewRecoveryCodes, turnTotpOff, useRecoveryCode } from './recovery-codes.ts';
import { readPasswordReset, requestPasswordReset, resetPassword } from './reset-password.ts';

const everyApp = ['staff', 'partner', 'patient'] as const;
const none = z.strictObject({}).optional();
const open = procedure.meta({ audiences: everyApp, permission: 'public' });
const self = procedure.meta({ audiences: everyApp, permission: 'account.self' });
const signingIn = procedure.meta({
  audiences: everyApp,
  permission: 'account.self',
  beforeSecondFactor: true,
});
const confirmed = procedure.meta({ audiences: everyApp, permission: 'account.self', confirmed: true });

/** One's own account. Links from mails are read with queries and used with mutations: opening one changes nothing. */
export const accountRouter = router({
  /** Same answer for every address; a message to it says what comes next. */
  requestPasswordReset: open
    .input(requestPasswordResetInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await requestPasswordReset(ctx, input);
      return null;
    }),

  readPasswordReset: open
    .input(accountLinkInput)
    .output(passwordResetOutput)
    .query(({ ctx, input }) => readPasswordReset(ctx, input.token)),

  resetPassword: open
    .input(resetPasswordInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx, input);
      return null;
    }),

  overview: self
    .input(none)
    .output(accountOverview)
    .query(({ ctx }) => readAccount(ctx)),

  changePassword: self
    .input(changePasswordInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx, input);
      return null;
    }),

  /** Opens sensitive acts for a few minutes, setting up the second step that is owed at sign-in among them. */
  confirmIdentity: signingIn
    .input(confirmIdentityInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await confirmIdentity(ctx, input.password);
      return null;
    }),

  endSession: self
    .input(sessionIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx, input.id);
      return null;
    }),

  signOutEverywhere: self
    .input(none)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await signOutEverywhere(ctx);
      return null;
    }),

  requestEmailChange: confirmed
    .input(requestEmailChangeInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await requestEmailChange(ctx, input.email);
      return null;
    }),

  readEmailChange: open
    .input(accountLinkInput)
    .output(emailChangeOutput)
    .query(({ ctx, input }) => readEmailChange(ctx, input.token)),

  confirmEmailChange: open
    .input(accountLinkInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await confirmEmailChange(ctx, input.token);
      return null;
    }),

  renewRecoveryCodes: confirmed
    .input(none)
    .output(recoveryCodesOutput)
    .mutation(async ({ ctx }) => ({ recoveryCodes: await renewRecoveryCodes(ctx) })),

  useRecoveryCode: signingIn
    .input(recoveryCodeInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await useRecoveryCode(ctx, input.code);
      return null;
    }),

  secondFactors: signingIn
    .input(none)
    .output(secondFactorsOutput)
    .query(({ ctx }) => readSecondFactors(ctx)),

  startPasskeyCheck: signingIn
    .input(none)
    .output(passkeyRequestOptions)
    .mutation(({ ctx }) => startPasskeyCheck(ctx)),

  usePasskey: signingIn
    .input(usePasskeyInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await usePasskey(ctx, input);
      return null;
    }),

  startPasskey: confirmed
    .input(none)
    .output(passkeyCreationOptions)
    .mutation(({ ctx }) => startPasskey(ctx)),

  addPasskey: self
    .input(addPasskeyInput)
    .output(recoveryCodesOutput)
    .mutation(async ({ ctx, input }) => ({ recoveryCodes: await addPasskey(ctx, input) })),

  removePasskey: confirmed
    .input(passkeyIdInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await removePasskey(ctx, input.id);
      return null;
    }),

  turnTotpOff: confirmed
    .input(none)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await turnTotpOff(ctx);
      return null;
    }),
});
