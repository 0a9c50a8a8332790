import { checkAnswers, checkItemKeys, yearlyCheckMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField, optionalLines, optionalText } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';

export const answerCheckItemInput = z
  .strictObject({
    id: idField,
    key: z.enum(checkItemKeys),
    answer: z.enum(checkAnswers, { error: 'Choose what you found.' }),
    note: optionalText('The note', 500),
  })
  .refine(({ answer, note }) => answer === 'fine' || Boolean(note), {
    path: ['note'],
    message: 'Write what is not fine, or why it does not apply.',
  });

export const closeCheckInput = z.strictObject({ id: idField, note: optionalLines('The note', 2000) });
export const checkChanged = z.object({ id: z.string() });
export const checksOfPartnerInput = z.strictObject({ partnerId: idField });

const checkItemOutput = z.object({
  key: z.enum(checkItemKeys),
  label: z.string(),
  help: z.string().nullable(),
  /** The system answers it. */
  derived: z.boolean(),
  /** Null: nobody has looked yet. */
  answer: z.enum(checkAnswers).nullable(),
  note: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: z.date().nullable(),
});

export const yearlyCheckOutput = z.object({
  id: z.string(),
  year: z.number(),
  status: z.enum(yearlyCheckMachine.states),
  dueAt: z.date(),
  overdue: z.boolean(),
  closedAt: z.date().nullable(),
  closedByName: z.string().nullable(),
  note: z.string().nullable(),
  items: z.array(checkItemOutput),
});

export const checksOfPartner = z.object({
  /** When the next one is due; null before the partner became active. */
  nextDueAt: z.date().nullable(),
  /** Newest first. */
  checks: z.array(yearlyCheckOutput),
});

export const listChecksInput = z.strictObject({
  ...pageInput,
  state: z.enum(['overdue', 'open', 'closed']).default('overdue'),
});

export const checkPage = pageOf(
  z.object({
    id: z.string(),
    partnerId: z.string(),
    partnerName: z.string(),
    year: z.number(),
    status: z.enum(yearlyCheckMachine.states),
    dueAt: z.date(),
    overdue: z.boolean(),
    closedAt: z.date().nullable(),
    /** Items a person answered, of all that are a person's. */
    answered: z.number(),
    toAnswer: z.number(),
  }),
);
