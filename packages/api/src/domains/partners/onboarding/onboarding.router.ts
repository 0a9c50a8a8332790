import { z } from 'zod';
import { agreementCopy } from '../../../shared/agreement-shapes.ts';
import { procedure, router } from '../../../trpc/trpc.ts';
import { acceptAgreement } from './accept-agreement.ts';
import { acceptInvitation, readInvitation } from './invitations.ts';
import {
  acceptAgreementInput,
  acceptAgreementOutput,
  acceptInvitationInput,
  invitationOutput,
  onboardingOutput,
  onboardingStanding,
  portalMembersOutput,
  portalProfileOutput,
  readInvitationInput,
  updatePortalProfileInput,
} from './onboarding.schema.ts';
import { getPortalProfile, listPortalMembers, updatePortalProfile } from './portal-profile.ts';
import { readOnboarding, readOwnCopy, readOwnStanding } from './read-onboarding.ts';

const none = z.strictObject({}).optional();
const byLink = procedure.meta({ audiences: ['partner'], permission: 'public' });
const read = procedure.meta({ audiences: ['partner'], permission: 'portal.read' });
const own = procedure.meta({ audiences: ['partner'], permission: 'portal.own' });

/** The link in an invitation is the credential. Reading changes nothing: mail scanners follow links. */
export const invitationsRouter = router({
  read: byLink
    .input(readInvitationInput)
    .output(invitationOutput)
    .query(({ ctx, input }) => readInvitation(ctx, input)),

  accept: byLink
    .input(acceptInvitationInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await acceptInvitation(ctx, input);
      return null;
    }),
});

export const onboardingRouter = router({
  state: read
    .input(none)
    .output(onboardingOutput)
    .query(({ ctx }) => readOnboarding(ctx)),

  standing: read
    .input(none)
    .output(onboardingStanding)
    .query(({ ctx }) => readOwnStanding(ctx)),

  /** What was accepted, as a PDF. */
  agreementCopy: read
    .input(acceptAgreementInput)
    .output(agreementCopy)
    .query(({ ctx, input }) => readOwnCopy(ctx, input)),

  acceptAgreement: own
    .input(acceptAgreementInput)
    .output(acceptAgreementOutput)
    .mutation(({ ctx, input }) => acceptAgreement(ctx, input)),
});

export const portalProfileRouter = router({
  get: read
    .input(none)
    .output(portalProfileOutput)
    .query(({ ctx }) => getPortalProfile(ctx)),

  update: own
    .input(updatePortalProfileInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await updatePortalProfile(ctx, input);
      return null;
    }),

  members: read
    .input(none)
    .output(portalMembersOutput)
    .query(({ ctx }) => listPortalMembers(ctx)),
});
