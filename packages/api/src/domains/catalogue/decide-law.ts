import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { anyRegionCovers, regionName } from '../../shared/regions.ts';
import { insertLawDecision, lockLawDecision, withdrawLawDecision } from '../terms/index.ts';
import { getPartnerType } from './catalogue.queries.ts';
import type { decideLawInput, withdrawLawInput } from './catalogue.schema.ts';

/**
 * Records that somebody by name judged a regulated type may be paid in a region. It counts for what comes after it.
 * @throws `not_found`, `not_eligible` for a type that needs none, `invalid_input` outside the regions of the type
 */
export async function decideLaw(
  ctx: Context,
  input: z.infer<typeof decideLawInput>,
): Promise<{ id: string }> {
  const { code, note, ...decision } = input;
  return inScope(ctx, async (tx) => {
    const type = await getPartnerType(tx, code);
    if (!type.regulated) {
      throw new AppError('not_eligible', {
        userMessage: `${type.name} is not regulated, so it needs no decision on the law.`,
      });
    }
    if (type.regions.length > 0 && !anyRegionCovers(type.regions, decision.region)) {
      const message = `${type.name} does not work in ${regionName(decision.region)}.`;
      throw new AppError('invalid_input', { userMessage: message, fields: { region: message } });
    }
    const now = ctx.clock.now();
    const id = newId('lawDecision', now);
    await insertLawDecision(tx, {
      id,
      partnerTypeCode: code,
      ...decision,
      decidedAt: now,
      decidedBy: actorId(ctx.actor),
    });
    await recordChange(tx, ctx, {
      action: 'law_decision.recorded',
      subjectType: 'law_decision',
      subjectId: id,
      reason: note || undefined,
      payload: { partnerTypeCode: code },
    });
    return { id };
  });
}

/** From now on it counts no longer; what was earned before stays earned. Twice at once it is withdrawn once. @throws `not_found` */
export async function withdrawLaw(ctx: Context, input: z.infer<typeof withdrawLawInput>): Promise<void> {
  await inScope(ctx, async (tx) => {
    const decision = await lockLawDecision(tx, input.decisionId);
    if (!decision) throw notFound('decision');
    if (decision.withdrawnAt) return;
    await withdrawLawDecision(tx, decision.id, {
      withdrawnAt: ctx.clock.now(),
      withdrawnReason: input.reason,
    });
    await recordChange(tx, ctx, {
      action: 'law_decision.withdrawn',
      subjectType: 'law_decision',
      subjectId: decision.id,
      reason: input.reason,
      payload: { partnerTypeCode: decision.partnerTypeCode },
    });
  });
}
