import {
  consentDecisions,
  consentPurposes,
  consentScopes,
  recipientKinds,
  shareScopes,
} from '@goodword/db/vocabulary';
import { z } from 'zod';

/** Shapes about consent that several forms and pages share. */
export const currentConsentOutput = z.object({
  purpose: z.enum(consentPurposes),
  recipientKind: z.enum(recipientKinds),
  recipient: z.string(),
  /** The recipient in words: a kind of partner, or the partner the client named itself. */
  recipientName: z.string(),
  scope: z.enum(consentScopes),
  decision: z.enum(consentDecisions),
  decidedAt: z.date(),
});
export const currentConsentList = z.array(currentConsentOutput);

/** The choices on a public form: which kinds of partner may get which part of the lead. */
export const consentChoicesInput = z.strictObject({
  reportToReferrer: z.boolean(),
  shareWith: z
    .array(
      z.strictObject({
        recipientClass: z.string().regex(/^[a-z_]{2,40}$/, 'Choose a kind of partner from the list.'),
        scopes: z.array(z.enum(shareScopes)).max(shareScopes.length),
      }),
    )
    .max(30),
});

/** The words beside those choices. */
export const consentWordingOutput = z.object({
  version: z.string(),
  locale: z.string(),
  intake: z.string(),
  shareContact: z.string(),
  shareBudget: z.string(),
  shareRequirements: z.string(),
  reportToReferrer: z.string(),
});
