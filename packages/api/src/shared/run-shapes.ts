import { runKinds, runMachine } from '@goodword/db/vocabulary';
import { z } from 'zod';

/** How far long work is, for everything that shows it. */
export const runSummary = z.object({
  id: z.string(),
  kind: z.enum(runKinds),
  subjectId: z.string(),
  status: z.enum(runMachine.states),
  total: z.number(),
  done: z.number(),
  /** Rows by result, and `noted`: rows with a note. */
  counts: z.record(z.string(), z.number()),
  startedByName: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
