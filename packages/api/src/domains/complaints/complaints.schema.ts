import {
  complainants,
  complaintCategories,
  complaintMachine,
  complaintOutcomes,
  complaintSeverities,
} from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField, linesField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const complaintStatus = z.enum(complaintMachine.states);

export const recordComplaintInput = z.strictObject({
  partnerId: idField,
  complainant: z.enum(complainants, { error: 'Choose who complained.' }),
  category: z.enum(complaintCategories, { error: 'Choose what it is about.' }),
  severity: z.enum(complaintSeverities, { error: 'Choose how bad it is.' }),
  /** What happened, for staff only. */
  body: linesField('What happened', 4000),
  receivedAt: z.date({ error: 'Choose the day.' }),
  /** Only a lead that was shared with this partner or came from it. */
  leadId: idField.optional(),
});

export const resolveComplaintInput = z.strictObject({
  id: idField,
  outcome: z.enum(complaintOutcomes, { error: 'Choose what it came to.' }),
  resolution: linesField('What was done', 2000),
});

export const complaintIdOutput = z.object({ id: z.string() });

export const listComplaintsInput = z.strictObject({
  ...pageInput,
  partnerId: idField.optional(),
  status: complaintStatus.optional(),
});

export const complaintRow = z.object({
  id: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  status: complaintStatus,
  complainant: z.enum(complainants),
  category: z.enum(complaintCategories),
  severity: z.enum(complaintSeverities),
  leadId: z.string().nullable(),
  body: z.string(),
  receivedAt: z.date(),
  recordedByName: z.string().nullable(),
  outcome: z.enum(complaintOutcomes).nullable(),
  resolution: z.string().nullable(),
  resolvedByName: z.string().nullable(),
  resolvedAt: z.date().nullable(),
});
export const complaintPage = pageOf(complaintRow);

/** Leads a complaint about the partner can name. Ids only: whose they are is read on their page. */
export const complaintLeads = z.array(z.object({ id: z.string(), sentAt: z.date() }));
export const complaintLeadsInput = z.strictObject({ partnerId: idField });
