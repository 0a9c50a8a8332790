import { z } from 'zod';
import { agreementBlock } from '../../shared/agreement-shapes.ts';
import { idField, textField } from '../../shared/fields.ts';

export const agreementList = z.array(
  z.object({
    id: z.string(),
    version: z.number(),
    title: z.string(),
    state: z.enum(['draft', 'upcoming', 'in_force', 'replaced']),
    partnerTypeCodes: z.array(z.string()),
    publishedAt: z.date().nullable(),
    countsFrom: z.date().nullable(),
    graceDays: z.number(),
    /** Working partners it is meant for, and how many of them accepted it. */
    meantFor: z.number(),
    accepted: z.number(),
  }),
);

export const getAgreementInput = z.strictObject({ id: idField });

export const agreementDetail = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  body: z.string(),
  blocks: z.array(agreementBlock),
  hash: z.string(),
  partnerTypeCodes: z.array(z.string()),
  createdByName: z.string().nullable(),
  createdAt: z.date(),
  publishedAt: z.date().nullable(),
  countsFrom: z.date().nullable(),
  graceDays: z.number(),
  /** What changed since the version before; null for the first. */
  changes: z
    .object({
      since: z.number(),
      parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
    })
    .nullable(),
  meantFor: z.number(),
  accepted: z.number(),
  /** Working partners that have not accepted it, the earliest deadline first; at most 100. */
  owing: z.array(
    z.object({
      partnerId: z.string(),
      partnerName: z.string(),
      deadline: z.date().nullable(),
      overdue: z.boolean(),
    }),
  ),
});

const agreementBody = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1, 'Write the text of the agreement.').max(60_000, 'The text is too long.'));

export const saveAgreementDraftInput = z.strictObject({
  title: textField('A title', 120),
  body: agreementBody,
  partnerTypeCodes: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)).max(50),
  /** Hash of the draft that was opened; null for a new one. */
  basedOn: z.string().max(64).nullable(),
});

export const agreementIdOutput = z.object({ id: z.string() });

export const publishAgreementInput = z.strictObject({
  id: idField,
  /** What was read before publishing. */
  hash: z.string().max(64),
  /** From when it counts; a moment that has passed means now. */
  countsFrom: z.date(),
  graceDays: z
    .number({ error: 'Write a number of days.' })
    .int('Write whole days.')
    .min(0, 'At least 0 days.')
    .max(365, 'At most 365 days.'),
});

export const discardAgreementDraftInput = z.strictObject({ id: idField });

export const agreementCopyInput = z.strictObject({ partnerId: idField, agreementId: idField });
