import { runRowResults } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { runSummary } from '../../shared/run-shapes.ts';

export const listRunsInput = z.strictObject({
  ...pageInput,
  /** Only what is under way, and what ended a moment ago. */
  open: z.boolean().optional(),
});

export const runPage = pageOf(runSummary);

export const runIdInput = z.strictObject({ id: idField });

export const listRunRowsInput = z.strictObject({
  ...pageInput,
  runId: idField,
  result: z.enum(runRowResults).optional(),
  /** Only rows that were read differently from how they were written. */
  noted: z.boolean().optional(),
});

export const runRowSummary = z.object({
  position: z.number(),
  line: z.number(),
  /** Null once the import is forgotten. */
  name: z.string().nullable(),
  result: z.enum(runRowResults),
  code: z.string().nullable(),
  message: z.string().nullable(),
  fields: z.array(z.string()),
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
  subjectId: z.string().nullable(),
});

export const runRowPage = pageOf(runRowSummary);
