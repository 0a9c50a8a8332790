import { messageChannels, messageMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { emailField, idField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const messageStatus = z.enum(messageMachine.states);

export const listMessagesInput = z.strictObject({
  ...pageInput,
  status: messageStatus.optional(),
  to: emailField.optional(),
});

export const messageSummary = z.object({
  id: z.string(),
  channel: z.enum(messageChannels),
  template: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  status: messageStatus,
  subjectId: z.string(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
});

export const messagePage = pageOf(messageSummary);

export const getMessageInput = z.strictObject({ id: idField });

export const messageDetail = messageSummary.extend({
  html: z.string(),
  body: z.string(),
  /** False when the secrets in the links were left out for this reader. */
  linksWork: z.boolean(),
  attempts: z.number(),
  error: z.string().nullable(),
});
