import { z } from 'zod';
import { idField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { figureKeys } from './scorecard.ts';

export { figureKeys } from './scorecard.ts';

/** How many days a scorecard looks back. */
export const scorecardWindows = [90, 180, 365] as const;
const windowField = z.literal(scorecardWindows, { error: 'Choose 90, 180 or 365 days.' }).default(180);

const part = { value: z.number().nullable(), n: z.number(), of: z.number().nullable() };

export const figureOutput = z.object({
  key: z.enum(figureKeys),
  ...part,
  before: z.object(part),
  trend: z.enum(['better', 'worse', 'same']).nullable(),
});

export const scorecardInput = z.strictObject({ partnerId: idField, days: windowField });

export const scorecardOutput = z.object({ days: z.number(), figures: z.array(figureOutput) });

export const listScorecardsInput = z.strictObject({
  ...pageInput,
  days: windowField,
  sort: z.enum(['name', ...figureKeys]).default('name'),
  dir: z.enum(['asc', 'desc']).default('asc'),
});

export const scorecardPage = pageOf(
  z.object({
    partnerId: z.string(),
    partnerName: z.string(),
    figures: z.array(figureOutput),
  }),
);
