import { z } from 'zod';
import { idField } from './fields.ts';

/** The most rows one call may change. */
export const MOST_ROWS_PER_CALL = 500;

/** The rows an act is about. */
export const bulkIdsField = z
  .array(idField)
  .min(1, 'Choose at least one row.')
  .max(MOST_ROWS_PER_CALL, `Choose at most ${MOST_ROWS_PER_CALL} rows at once.`);

/** What became of one row: done, or left as it was for a reason the person can read. */
export const rowResult = z.object({ id: z.string(), ok: z.boolean(), message: z.string().nullable() });
export type RowResult = z.infer<typeof rowResult>;

export const bulkResult = z.object({ results: z.array(rowResult) });
