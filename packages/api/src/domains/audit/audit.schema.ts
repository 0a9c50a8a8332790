import { z } from 'zod';
import { idField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const listAuditInput = z.strictObject({
  ...pageInput,
  subjectId: z.union([idField, z.literal('org')]).optional(),
  actorId: idField.optional(),
  action: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/, 'Write an action such as partner.approved.')
    .optional(),
});

export const auditEntryOutput = z.object({
  id: z.string(),
  occurredAt: z.date(),
  actorType: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  fields: z.string(),
  reason: z.string().nullable(),
});

export const auditPage = pageOf(auditEntryOutput);

export const auditVerification = z.object({
  intact: z.boolean(),
  sealed: z.bigint(),
  waiting: z.number(),
  /** Hash of the newest sealed entry, in hex: keep it elsewhere to prove later that nothing was rewritten. */
  head: z.string(),
  problems: z.array(
    z.object({ position: z.string().nullable(), auditId: z.string().nullable(), problem: z.string() }),
  ),
});

/** The name of the file says which list it is. */
export const noteExportInput = z.strictObject({ list: z.string().regex(/^[a-z-]{1,40}$/) });
