import { z } from 'zod';
import { documentField, documentSummary } from '../../../shared/document-shapes.ts';
import { idField, reasonField, regionField, textField } from '../../../shared/fields.ts';
import { pageInput, pageOf } from '../../../shared/pagination.ts';
import { credentialStatuses, requirementStates } from './credential.ts';

const kindField = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'Choose a kind of credential.');

const credentialFields = {
  kind: kindField,
  number: textField('A number', 80),
  authority: textField('An authority', 120),
  region: regionField,
  expiresAt: z.date({ error: 'Choose a day.' }),
};

export const addCredentialInput = z.strictObject({ partnerId: idField, ...credentialFields });
export const addOwnCredentialInput = z.strictObject({
  ...credentialFields,
  /** The licence itself. */
  file: documentField.optional(),
});
export const attachToCredentialInput = z.strictObject({ credentialId: idField, file: documentField });
export const verifyCredentialInput = z.strictObject({ credentialId: idField });
export const refuseCredentialInput = z.strictObject({ credentialId: idField, reason: reasonField });

export const credentialView = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string(),
  authority: z.string(),
  region: z.string(),
  expiresAt: z.date(),
  status: z.enum(credentialStatuses),
  verifiedAt: z.date().nullable(),
  /** Why it was refused, in words for the partner. */
  refusalReason: z.string().nullable(),
  documents: z.array(documentSummary),
});

/** What the partner's types require of it, and how far each is. */
export const credentialRequirement = z.object({
  kind: z.string(),
  region: z.string(),
  typeName: z.string(),
  status: z.enum(requirementStates),
});

export const listCredentialsInput = z.strictObject({
  ...pageInput,
  status: z.enum(credentialStatuses).default('waiting'),
});

export const credentialPage = pageOf(
  credentialView.extend({
    partnerId: z.string(),
    partnerName: z.string(),
    verifiedByName: z.string().nullable(),
  }),
);

export const credentialIdOutput = z.object({ id: z.string() });
