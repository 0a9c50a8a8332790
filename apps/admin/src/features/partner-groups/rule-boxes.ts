import type { Outputs } from '@goodword/api';
import { currencyField, groupMeasures } from '@goodword/api/client';
import { z } from 'zod';

type Rule = NonNullable<Outputs['partnerGroups']['get']['rule']>;

/** What the boxes of a rule hold: a number of deals or an amount, whichever the measure asks for. */
const boxes = z.object({
  measure: z.enum(groupMeasures),
  count: z.number().nullable(),
  amount: z.union([z.bigint(), z.string()]).nullable(),
  currency: currencyField,
  windowDays: z
    .number({ error: 'Write the days.' })
    .int('Write whole days.')
    .min(1, 'Write at least 1 day.')
    .max(730, 'Write at most 730 days.'),
  fromGroupId: z.string(),
});
export type RuleBoxes = z.input<typeof boxes>;

/** The boxes as the API takes a rule. */
export const ruleSchema = boxes
  .superRefine(({ measure, count, amount }, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (measure === 'verified_value') {
      if (typeof amount !== 'bigint' || amount <= 0n) refuse('amount', 'Write an amount above zero.');
    } else if (count === null || !Number.isInteger(count) || count < 1) {
      refuse('count', 'Write a whole number of 1 or more.');
    }
  })
  .transform(({ measure, count, amount, currency, windowDays, fromGroupId }) => {
    const byValue = measure === 'verified_value';
    return {
      measure,
      threshold: byValue && typeof amount === 'bigint' ? amount : BigInt(count ?? 1),
      currency: byValue ? currency : null,
      windowDays,
      fromGroupId: fromGroupId || null,
    };
  });

export function boxesOf(rule: Rule | null, currency: string): RuleBoxes {
  if (!rule) {
    return { measure: 'verified_deals', count: 10, amount: null, currency, windowDays: 90, fromGroupId: '' };
  }
  const byValue = rule.measure === 'verified_value';
  return {
    measure: rule.measure,
    count: byValue ? null : Number(rule.threshold),
    amount: byValue ? rule.threshold : null,
    currency: rule.currency ?? currency,
    windowDays: rule.windowDays,
    fromGroupId: rule.fromGroupId ?? '',
  };
}
