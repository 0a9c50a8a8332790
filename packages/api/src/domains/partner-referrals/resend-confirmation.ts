import { lettersPerRecipient } from '../../auth/throttle.ts';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import type { RequestContext } from '../../trpc/context.ts';
import { lockReferral } from './partner-referrals.queries.ts';

/**
 * Sends the mail that asks a client to confirm once more, with a new link; the earlier one stops working.
 * @throws `not_found`, `not_eligible` when nothing waits to be confirmed, `rate_limited`
 */
export async function resendConfirmation(ctx: RequestContext, { id }: { id: string }): Promise<void> {
  await inScope(ctx, async (tx) => {
    const referral = await lockReferral(tx, id);
    if (!referral) throw notFound('referral');
    if (referral.confirmedAt || referral.endedAt || referral.clientEmail === null) {
      throw new AppError('not_eligible', {
        userMessage: 'Nothing waits to be confirmed here: the client answered, or the referral has ended.',
      });
    }
    await ctx.throttle.take(lettersPerRecipient, ctx.vault.keyedHash('confirmation', id));
    await recordChange(tx, ctx, {
      action: 'partner_referral.confirmation_resent',
      subjectType: 'partner_referral',
      subjectId: id,
      payload: { partnerId: referral.partnerId },
    });
  });
}
