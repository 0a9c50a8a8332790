import { bases, contactOpensAt, directions, formulas, shareScopes, triggers } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField, optionalText, reasonField, regionField, textField } from '../../shared/fields.ts';
import { termsField, termsOutput } from '../../shared/terms-shapes.ts';
import { timelineEntry } from '../../shared/timeline.ts';

const credentialRequirement = z.object({
  kind: z.string(),
  regions: z.array(z.string()),
  required: z.boolean(),
});
const formQuestion = z.object({
  key: z.string(),
  label: z.string(),
  options: z.array(z.string()).optional(),
});
const regionalRange = z.object({ region: z.string(), minBps: z.number(), maxBps: z.number() });

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
  credentials: z.array(credentialRequirement),
  regulated: z.boolean(),
  formFields: z.array(formQuestion),
});

export const partnerTypeList = z.array(partnerTypeOutput);

/** A type as staff see it in the list. */
export const typeSummary = partnerTypeOutput.extend({
  /** The terms in words. */
  sentence: z.string(),
  rateRanges: z.array(regionalRange),
  /** Running engagements of this type. */
  engagements: z.number(),
  retiredAt: z.date().nullable(),
});

export const typeSummaryList = z.array(typeSummary);

export const lawDecisionOutput = z.object({
  id: z.string(),
  region: z.string(),
  reviewerName: z.string(),
  legalBasis: z.string(),
  evidence: z.string(),
  validFrom: z.date(),
  validUntil: z.date(),
  decidedAt: z.date(),
  withdrawnAt: z.date().nullable(),
  withdrawnReason: z.string().nullable(),
  counts: z.boolean(),
});

export const typeDetail = typeSummary.extend({
  terms: termsOutput,
  version: z.number(),
  /** Running engagements whose own terms were agreed on: a change of the type says nothing to them at all. */
  ownTerms: z.number(),
  decisions: z.array(lawDecisionOutput),
  /** Where money may not change hands yet; null for a type that is not regulated. */
  lawGate: z.object({ open: z.boolean(), missing: z.array(z.string()) }).nullable(),
  timeline: z.array(timelineEntry),
});

const ticks = z.array(z.enum(shareScopes)).transform((list) => [...new Set(list)]);
const typeRegions = z
  .array(regionField)
  .max(80, 'Choose at most 80 regions.')
  .transform((list) => [...new Set(list)]);
const word = (message: string) => z.string().regex(/^[a-z][a-z_]{1,39}$/, message);
const bps = z
  .number()
  .int('Write at most two decimals.')
  .min(0, 'A rate cannot be below 0 %.')
  .max(10_000, 'A rate cannot be above 100 %.');

const typeFields = {
  name: textField('A name', 60),
  description: textField('A description', 400),
  incentive: textField('What candidates are told', 400),
  /** Empty: everywhere. */
  regions: typeRegions,
  terms: termsField,
  /** Both or none; none means that the rate is fixed. */
  rateMinBps: bps.nullable(),
  rateMaxBps: bps.nullable(),
  rateRanges: z
    .array(z.strictObject({ region: regionField, minBps: bps, maxBps: bps }))
    .max(60, 'At most 60 regional ranges.'),
  defaultTicks: ticks,
  contactOpensAt: z.enum(contactOpensAt),
  ceiling: ticks,
  hidesProperty: z.boolean(),
  credentials: z
    .array(
      z.strictObject({
        kind: word('Write a short word such as state_licence.'),
        regions: z.array(regionField).min(1, 'Name at least one region.').max(60),
        required: z.boolean(),
      }),
    )
    .max(20),
  regulated: z.boolean(),
  formFields: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/, 'Write a short word such as propertyType.'),
        label: textField('A question', 80),
        options: z.array(textField('An answer', 80)).max(30).optional(),
      }),
    )
    .max(20),
};

interface TypeShape {
  terms: z.output<typeof termsField>;
  rateMinBps: number | null;
  rateMaxBps: number | null;
  rateRanges: { region: string; minBps: number; maxBps: number }[];
  defaultTicks: string[];
  ceiling: string[];
  formFields: { key: string }[];
}

/** What the single fields cannot say. */
function checkType(type: TypeShape, ctx: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) =>
    ctx.addIssue({ code: 'custom', path, message });
  if ((type.rateMinBps === null) !== (type.rateMaxBps === null)) {
    refuse(['rateMaxBps'], 'Write both ends of the range, or none.');
  } else if (type.rateMinBps !== null && type.rateMaxBps !== null && type.rateMinBps > type.rateMaxBps) {
    refuse(['rateMaxBps'], 'The range ends below its beginning.');
  }
  for (const [index, range] of type.rateRanges.entries()) {
    if (range.minBps > range.maxBps) {
      refuse(['rateRanges', index, 'maxBps'], 'The range ends below its beginning.');
    }
  }
  if (new Set(type.rateRanges.map(({ region }) => region)).size < type.rateRanges.length) {
    refuse(['rateRanges'], 'A region has two ranges.');
  }
  if (type.rateMinBps === null && type.rateRanges.length > 0) {
    refuse(['rateMinBps'], 'Write the default range too: it holds where no other does.');
  }
  if (type.defaultTicks.some((tick) => !type.ceiling.includes(tick))) {
    refuse(['defaultTicks'], 'Tick only what the type may ever see.');
  }
  if (new Set(type.formFields.map(({ key }) => key)).size < type.formFields.length) {
    refuse(['formFields'], 'Two questions have the same key.');
  }
}

export const typeCodeField = word('Write a short word such as property_manager: small letters and _ only.');

export const createTypeInput = z.strictObject({ code: typeCodeField, ...typeFields }).superRefine(checkType);

export const updateTypeInput = z
  .strictObject({
    code: typeCodeField,
    /** As it was read: a change that somebody else made meanwhile is not overwritten. */
    version: z.number().int(),
    reason: reasonField,
    ...typeFields,
  })
  .superRefine(checkType);

export const updatedType = z.object({
  version: z.number(),
  /** Running engagements that keep the terms they have. */
  untouched: z.number(),
});

export const getTypeInput = z.strictObject({ code: typeCodeField });

export const retireTypeInput = z.strictObject({
  code: typeCodeField,
  version: z.number().int(),
  retired: z.boolean(),
  reason: reasonField,
});

export const decideLawInput = z
  .strictObject({
    code: typeCodeField,
    region: regionField,
    reviewerName: textField('The name of the reviewer', 120),
    legalBasis: textField('The legal basis', 2000),
    evidence: textField('The link or reference', 400),
    validFrom: z.date(),
    validUntil: z.date(),
    note: optionalText('The note', 400),
  })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    path: ['validUntil'],
    message: 'The decision has to end after it begins.',
  });

export const withdrawLawInput = z.strictObject({ decisionId: idField, reason: reasonField });
