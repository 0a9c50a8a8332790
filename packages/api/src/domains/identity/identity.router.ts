import { z } from 'zod';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { recoveryCodesOutput } from './account/account.schema.ts';
import {
  codeInput,
  enrolmentOutput,
  meOutput,
  organisationOutput,
  setTwoFactorPolicyInput,
  signInInput,
  signInOutput,
} from './identity.schema.ts';
import { requireOrganisation, updateOrganisation } from './organisation.queries.ts';
import { confirmCode, finishTotpEnrolment, startTotpEnrolment } from './second-factor.ts';
import { signIn } from './sign-in.ts';

const everyApp = ['staff', 'partner', 'patient'] as const;
const none = z.strictObject({}).optional();
/** A sign-in of a moment ago counts: whoever has to set up a second step right after it is not asked again. */
const enrolling = procedure.meta({
  audiences: everyApp,
  permission: 'account.self',
  beforeSecondFactor: true,
  confirmed: true,
});

export const identityRouter = router({
  signIn: procedure
    .meta({ audiences: everyApp, permission: 'public' })
    .input(signInInput)
    .output(signInOutput)
    .mutation(({ ctx, input }) => signIn(ctx, input)),

  signOut: procedure
    .meta({ audiences: everyApp, permission: 'public' })
    .input(none)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      ctx.setCookie(await ctx.sessions.close(ctx.cookieHeader));
      return null;
    }),

  /** Who is signed in, with what every page needs of the organisation; null for a visitor. */
  me: procedure
    .meta({ audiences: everyApp, permission: 'public' })
    .input(none)
    .output(meOutput)
    .query(async ({ ctx }) => {
      const { principal } = ctx;
      if (!principal) return null;
      const organisation = await inScope(ctx, requireOrganisation);
      const { accountId, audience, name, email, staffRole, partnerRole, secondFactor, totpEnabled } =
        principal;
      return {
        accountId,
        audience,
        name,
        email,
        staffRole,
        partnerRole,
        secondFactor,
        totpEnabled,
        look: principal.look,
        organisation,
      };
    }),

  organisation: procedure
    .meta({ audiences: everyApp, permission: 'public' })
    .input(none)
    .output(organisationOutput)
    .query(({ ctx }) => inScope(ctx, requireOrganisation)),

  confirmCode: procedure
    .meta({ audiences: everyApp, permission: 'account.self', beforeSecondFactor: true })
    .input(codeInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await confirmCode(ctx, input.code);
      return null;
    }),

  startTotpEnrolment: enrolling
    .input(none)
    .output(enrolmentOutput)
    .mutation(({ ctx }) => startTotpEnrolment(ctx)),

  finishTotpEnrolment: enrolling
    .input(codeInput)
    .output(recoveryCodesOutput)
    .mutation(async ({ ctx, input }) => ({ recoveryCodes: await finishTotpEnrolment(ctx, input.code) })),

  setTwoFactorPolicy: procedure
    .meta({ audiences: ['staff'], permission: 'settings.manage', confirmed: true })
    .input(setTwoFactorPolicyInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await inScope(ctx, async (tx) => {
        await updateOrganisation(tx, { staffTwoFactor: input.policy });
        await recordChange(tx, ctx, {
          action: 'organisation.changed',
          subjectType: 'organisation',
          subjectId: 'org',
          fields: ['staffTwoFactor'],
        });
      });
      return null;
    }),
});
