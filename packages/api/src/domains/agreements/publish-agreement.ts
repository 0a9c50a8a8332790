import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { findAgreement, updateDraft } from './agreements.queries.ts';
import type { publishAgreementInput } from './agreements.schema.ts';
import { changedMeanwhile } from './write-agreement.ts';

/**
 * Publishes the draft that was read: from then on nobody changes it. It counts from the given moment, and who accepted
 * an earlier version has the grace to accept this one.
 * @throws `not_found`, `stale` when it is published already or not the text that was read
 */
export async function publishAgreement(
  ctx: Context,
  input: z.infer<typeof publishAgreementInput>,
): Promise<void> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    if (!(await findAgreement(tx, input.id))) throw notFound('agreement');
    const published = await updateDraft(tx, input, {
      publishedAt: now,
      // Nobody can be bound before the text was there to read.
      countsFrom: new Date(Math.max(input.countsFrom.getTime(), now.getTime())),
      graceDays: input.graceDays,
    });
    if (!published) throw changedMeanwhile();
    await recordChange(tx, ctx, {
      action: 'agreement.published',
      subjectType: 'agreement',
      subjectId: input.id,
      fields: ['publishedAt', 'countsFrom', 'graceDays'],
    });
  });
}
