import { z } from 'zod';
import { currentConsentList } from '../../shared/consent-shapes.ts';
import { procedure, router } from '../../trpc/trpc.ts';
import { changeConsent, changeConsentByLink, recordConsent } from './change-consent.ts';
import {
  changeConsentByLinkInput,
  clientConsentsInput,
  clientConsentsOutput,
  consentDecisionInput,
  consentLinkInput,
  consentsByLinkOutput,
  recordConsentInput,
} from './consent.schema.ts';
import { readClientConsents, readConsentsByLink, readMyConsents } from './read-consents.ts';

export const consentsRouter = router({
  mine: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(z.strictObject({}).optional())
    .output(currentConsentList)
    .query(({ ctx }) => readMyConsents(ctx)),

  change: procedure
    .meta({ audiences: ['patient'], permission: 'patient.self' })
    .input(consentDecisionInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeConsent(ctx, input);
      return null;
    }),

  /** The page behind the link to manage consent, for clients without an account. */
  byLink: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(consentLinkInput)
    .output(consentsByLinkOutput)
    .query(({ ctx, input }) => readConsentsByLink(ctx, input)),

  changeByLink: procedure
    .meta({ audiences: ['patient'], permission: 'public' })
    .input(changeConsentByLinkInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeConsentByLink(ctx, input);
      return null;
    }),

  forClient: procedure
    .meta({ audiences: ['staff'], permission: 'leads.read' })
    .input(clientConsentsInput)
    .output(clientConsentsOutput)
    .query(({ ctx, input }) => readClientConsents(ctx, input.clientId)),

  record: procedure
    .meta({ audiences: ['staff'], permission: 'leads.work' })
    .input(recordConsentInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await recordConsent(ctx, input);
      return null;
    }),
});
