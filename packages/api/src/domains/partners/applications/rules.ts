import { reviewRules } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { listRules, updateRule } from './applications.queries.ts';
import type { changeReviewRuleInput, reviewRuleList } from './applications.schema.ts';

/** What each finding advises, in the order of the vocabulary. */
export async function readReviewRules(ctx: Context): Promise<z.infer<typeof reviewRuleList>> {
  const rows = await inScope(ctx, listRules);
  return rows.sort((a, b) => reviewRules.indexOf(a.code) - reviewRules.indexOf(b.code));
}

/** Switches a rule on or off, or changes what it advises. What waits is looked at anew from then on. */
export async function changeReviewRule(
  ctx: Context,
  { code, enabled, recommendation }: z.infer<typeof changeReviewRuleInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    await updateRule(tx, code, { enabled, recommendation });
    await recordChange(tx, ctx, {
      action: 'application_rule.changed',
      subjectType: 'application_rule',
      subjectId: code,
      fields: ['enabled', 'recommendation'],
    });
  });
}
