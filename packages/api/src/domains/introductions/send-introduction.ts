import { type Context, inScope } from '../../platform/context.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { readStanding } from '../agreements/index.ts';
import { allTicks, openScopes } from '../sharing/index.ts';
import { introductionScopes } from './introduction-consent.ts';
import { findIntroductionParties } from './introductions.queries.ts';
import { moveIntroduction } from './move-introduction.ts';

/**
 * Introduces the two sides to each other; the mails follow the event.
 * @throws `not_eligible` when the partner is not active any more, `consent_missing` when the client lets this partner know nothing at all
 */
export async function sendIntroduction(ctx: Context, introductionId: string): Promise<null> {
  return inScope(ctx, async (tx) => {
    const row = await findIntroductionParties(tx, introductionId);
    if (!row) throw notFound('introduction');
    if (row.partner.status !== 'active') {
      throw new AppError('not_eligible', {
        userMessage: `${row.partner.name} is not active any more. Decline this proposal and choose another partner.`,
      });
    }
    const { state } = await readStanding(tx, row.introduction.partnerId, ctx.clock.now());
    if (state === 'overdue') {
      throw new AppError('not_eligible', {
        userMessage: `${row.partner.name} has not accepted the agreement in time. Remind its owner, or decline this proposal and choose another partner.`,
      });
    }
    const consented = await introductionScopes(tx, [row]);
    if (
      openScopes({ ticks: allTicks, consented: consented[0] ?? new Set(), rules: row, stage: 'accepted' })
        .length === 0
    ) {
      throw new AppError('consent_missing', {
        userMessage: `The client lets us tell nothing to a partner of the type ${row.partnerTypeName}. Ask the client and record the consent first.`,
      });
    }
    await moveIntroduction(tx, ctx, {
      introduction: row.introduction,
      to: 'intro_sent',
      set: { introSentAt: ctx.clock.now() },
      requestTo: 'intro_sent',
    });
    return null;
  });
}
