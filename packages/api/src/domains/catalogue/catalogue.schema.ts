import { bases, contactOpensAt, directions, formulas, triggers } from '@goodword/db/vocabulary';
import { z } from 'zod';

export const partnerTypeOutput = z.object({
  code: z.string(),
  name: z.string(),
  description: z.string(),
  incentive: z.string(),
  regions: z.array(z.string()),
  direction: z.enum(directions),
  formula: z.enum(formulas),
  base: z.enum(bases),
  trigger: z.enum(triggers),
  rateBps: z.number().nullable(),
  rateMinBps: z.number().nullable(),
  rateMaxBps: z.number().nullable(),
  splitPartnerBps: z.number().nullable(),
  defaultTicks: z.array(z.string()),
  contactOpensAt: z.enum(contactOpensAt),
  ceiling: z.array(z.string()),
  hidesProperty: z.boolean(),
  credentials: z.array(z.object({ kind: z.string(), regions: z.array(z.string()), required: z.boolean() })),
  regulated: z.boolean(),
  formFields: z.array(
    z.object({ key: z.string(), label: z.string(), options: z.array(z.string()).optional() }),
  ),
});

export const partnerTypeList = z.array(partnerTypeOutput);
