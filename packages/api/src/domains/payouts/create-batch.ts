import { payoutBatchMachine, payoutMachine } from '@goodword/db/vocabulary';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { scheduleCommission, takePayable } from '../commissions/index.ts';
import { planPayouts } from './payout.ts';
import { insertBatch, insertPayout } from './payouts.queries.ts';

/**
 * Collects what is approved and owed into a draft: one payout per partner and currency. Of two batches made at the
 * same moment the second finds what the first left.
 * @throws `not_eligible` when nothing is to be paid
 */
export async function createBatch(
  ctx: Context,
  input: { name: string; currency?: string },
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const plans = planPayouts(await takePayable(tx, input.currency));
    if (plans.length === 0) {
      throw new AppError('not_eligible', {
        userMessage: input.currency
          ? `Nothing in ${input.currency} is approved and waiting to be paid. Approve commissions first.`
          : 'Nothing is approved and waiting to be paid. Approve commissions first.',
      });
    }
    const id = newId('payoutBatch', now);
    await insertBatch(tx, {
      id,
      name: input.name,
      status: 'draft',
      createdBy: actorId(ctx.actor) ?? ctx.actor.type,
      createdAt: now,
    });
    await recordChange(tx, ctx, {
      action: 'payout_batch.created',
      subjectType: payoutBatchMachine.name.replaceAll(' ', '_'),
      subjectId: id,
      to: 'draft',
    });
    for (const plan of plans) {
      const payoutId = newId('payout', now);
      await insertPayout(tx, {
        id: payoutId,
        batchId: id,
        payeeType: 'partner',
        partnerId: plan.partnerId,
        status: 'scheduled',
        currency: plan.currency,
        amountMinor: plan.amountMinor,
        createdAt: now,
      });
      await recordChange(tx, ctx, {
        action: 'payout.scheduled',
        subjectType: payoutMachine.name,
        subjectId: payoutId,
        to: 'scheduled',
        payload: { partnerId: plan.partnerId, batchId: id },
      });
      for (const line of plan.lines) await scheduleCommission(tx, ctx, line, payoutId);
    }
    return { id };
  });
}
