import {
  consentChannels,
  consentDecisions,
  consentPurposes,
  consentScopes,
  recipientKinds,
} from '@goodword/db/vocabulary';
import { z } from 'zod';
import { currentConsentList, currentConsentOutput } from '../../shared/consent-shapes.ts';
import { idField, textField, tokenField } from '../../shared/fields.ts';

const recipient = z
  .string()
  .regex(/^([a-z_]{2,40}|par_[0-9a-z]{26})$/, 'Choose a kind of partner from the list.');

/** One decision of a client: who may have what, and for what. */
export const consentDecisionInput = z.strictObject({
  purpose: z.enum(consentPurposes),
  recipientKind: z.enum(recipientKinds),
  recipient,
  scope: z.enum(consentScopes),
  decision: z.enum(consentDecisions),
});

export const changeConsentByLinkInput = consentDecisionInput.extend({ token: tokenField });

export const consentLinkInput = z.strictObject({ token: tokenField });

export const clientConsentsInput = z.strictObject({ clientId: idField });

/** What staff write down after a call or from a signed paper. */
export const recordConsentInput = z.strictObject({
  clientId: idField,
  purpose: z.enum(consentPurposes),
  recipientKind: z.enum(recipientKinds),
  recipient,
  scopes: z
    .array(z.enum(consentScopes))
    .min(1, 'Choose at least one kind of data.')
    .max(consentScopes.length),
  decision: z.enum(consentDecisions),
  channel: z.enum(['phone', 'paper', 'staff_recorded']),
  evidence: textField('How the client told you', 500),
});

export const consentsByLinkOutput = z.object({
  clientFirstName: z.string(),
  organisationName: z.string(),
  current: currentConsentList,
});

export const clientConsentsOutput = z.object({
  current: currentConsentList,
  log: z.array(
    currentConsentOutput.extend({
      id: z.string(),
      channel: z.enum(consentChannels),
      evidence: z.string(),
      wordingVersion: z.string(),
      locale: z.string(),
    }),
  ),
});
