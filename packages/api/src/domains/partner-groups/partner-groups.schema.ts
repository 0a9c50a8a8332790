import { groupMeasures, groupMoveCauses } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { bulkIdsField } from '../../shared/bulk.ts';
import { currencyField, idField, optionalLines, reasonField, textField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { termsField, termsOutput } from '../../shared/terms-shapes.ts';
import { timelineEntry } from '../../shared/timeline.ts';

const typeCode = z.string().regex(/^[a-z][a-z_]{1,39}$/, 'Choose a partner type.');

const rankField = z
  .number({ error: 'Write the rank.' })
  .int('Write a whole number.')
  .min(1, 'Write 1 or more.')
  .max(1000, 'Write at most 1000.');

const groupFields = {
  name: textField('A name', 60),
  description: optionalLines('The description', 400),
  /** Higher is better; rules move partners up only. */
  rank: rankField,
};

export const createGroupInput = z.strictObject({
  ...groupFields,
  /** Null: for partners of all types. It stays what it is. */
  partnerTypeCode: typeCode.nullable(),
});

/** As it was read: a change that somebody else made meanwhile is not overwritten. */
const groupAsRead = { id: idField, version: z.number().int() };

export const updateGroupInput = z.strictObject({ ...groupAsRead, ...groupFields });
export const closeGroupInput = z.strictObject({ ...groupAsRead, reason: reasonField });
export const getGroupInput = z.strictObject({ id: idField });
export const groupIdOutput = z.object({ id: z.string() });

export const setGroupTermsInput = z.strictObject({
  ...groupAsRead,
  partnerTypeCode: typeCode,
  /** Null: the group says nothing more for this type. */
  terms: termsField.nullable(),
  /** A day to come; left out, they count from now. */
  effectiveFrom: z.date().nullable().optional(),
  reason: reasonField,
});

const ruleFields = {
  measure: z.enum(groupMeasures, { error: 'Choose what is counted.' }),
  threshold: z
    .bigint({ error: 'Write how much is needed.' })
    .min(1n, 'Write at least 1.')
    .max(1_000_000_000_000_000n, 'That is more than anybody reaches.'),
  currency: currencyField.nullable(),
  windowDays: z
    .number({ error: 'Write the days.' })
    .int('Write whole days.')
    .min(1, 'Write at least 1 day.')
    .max(730, 'Write at most 730 days.'),
  fromGroupId: idField.nullable(),
};

function checkRule(
  { measure, currency }: { measure: string; currency: string | null },
  ctx: z.RefinementCtx,
): void {
  if (measure === 'verified_value' && currency === null) {
    ctx.addIssue({ code: 'custom', path: ['currency'], message: 'Choose the currency of the deals.' });
  }
}

const currencyOnlyForValue = <R extends { measure: string; currency: string | null }>(rule: R): R => ({
  ...rule,
  currency: rule.measure === 'verified_value' ? rule.currency : null,
});

export const setGroupRuleInput = z
  .strictObject({ ...groupAsRead, ...ruleFields, enabled: z.boolean() })
  .superRefine(checkRule)
  .transform(currencyOnlyForValue);

export const previewGroupRuleInput = z
  .strictObject({
    id: idField,
    ...ruleFields,
    /** As text: what a browser remembers of a question has to be plain JSON. */
    threshold: z
      .string()
      .regex(/^[1-9]\d{0,15}$/, 'Write at least 1.')
      .transform(BigInt),
  })
  .superRefine(checkRule)
  .transform(currencyOnlyForValue);

export const movePartnersInput = z.strictObject({
  ids: bulkIdsField,
  /** Null: out of every group. */
  groupId: idField.nullable(),
  /** Only partners that are in this group now, or in none. */
  from: idField.nullable().optional(),
  reason: reasonField,
});

export const reverseMoveInput = z.strictObject({ moveId: idField, reason: reasonField });

export const groupRuleOutput = z.object({
  enabled: z.boolean(),
  measure: z.enum(groupMeasures),
  threshold: z.bigint(),
  currency: z.string().nullable(),
  windowDays: z.number(),
  fromGroupId: z.string().nullable(),
  sentence: z.string(),
});

const groupTermsRow = z.object({
  id: z.string(),
  partnerTypeCode: z.string(),
  typeName: z.string(),
  terms: termsOutput,
  sentence: z.string(),
  released: z.boolean(),
  effectiveFrom: z.date(),
  outsideRange: z.boolean(),
  reason: z.string(),
  setByName: z.string().nullable(),
  createdAt: z.date(),
});

export const groupSummary = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  rank: z.number(),
  partnerTypeCode: z.string().nullable(),
  typeName: z.string().nullable(),
  version: z.number(),
  members: z.number(),
  /** In force now, by type. */
  terms: z.array(groupTermsRow),
  rule: groupRuleOutput.nullable(),
  closedAt: z.date().nullable(),
});

export const groupList = z.array(groupSummary);

export const groupDetail = groupSummary.extend({
  /** Everything that was ever said, oldest first; what begins later too. */
  allTerms: z.array(groupTermsRow),
  /** The types it can say something for, with what they say themselves. */
  types: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      terms: termsOutput,
      sentence: z.string(),
      /** The rates that are possible wherever the type works; null when its rate is fixed. */
      range: z.object({ minBps: z.number(), maxBps: z.number() }).nullable(),
    }),
  ),
  timeline: z.array(timelineEntry),
});

export const listMovesInput = z.strictObject({
  ...pageInput,
  groupId: idField.optional(),
  partnerId: idField.optional(),
});

const groupName = z.object({ id: z.string(), name: z.string() });

export const groupMove = z.object({
  id: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  from: groupName.nullable(),
  to: groupName.nullable(),
  movedAt: z.date(),
  cause: z.enum(groupMoveCauses),
  movedByName: z.string().nullable(),
  /** What the person wrote, or what the rule found. */
  explanation: z.string(),
  /** The deals that were counted. */
  dealIds: z.array(z.string()),
  /** It takes another move back. */
  isReversal: z.boolean(),
  /** The newest of the partner: it can be taken back. */
  reversible: z.boolean(),
});
export const groupMovePage = pageOf(groupMove);

export const rulePreview = z.object({
  sentence: z.string(),
  /** How many would move; the first of them below. */
  total: z.number(),
  rows: z.array(
    z.object({
      partnerId: z.string(),
      partnerName: z.string(),
      fromName: z.string().nullable(),
      counted: z.string(),
    }),
  ),
});
