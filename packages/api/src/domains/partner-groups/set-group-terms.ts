import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { getPartnerType } from '../catalogue/index.ts';
import { requireAllowedTerms, settleTerms, termsOf } from '../terms/index.ts';
import { lockAsRead } from './keep-groups.ts';
import { placesOf } from './partner-group.ts';
import { insertGroupTerms, updateGroupRow } from './partner-groups.queries.ts';
import type { setGroupTermsInput } from './partner-groups.schema.ts';

/**
 * Says what members of a group earn or pay under one partner type, now or from a later day; without terms the group
 * says nothing more for it. Members work in many places, so a rate has to be possible in each region of the type.
 * Deals verified before keep their terms. Of two at once one wins.
 * @param insists outside what the type allows, knowingly; the procedure has checked the permission
 * @throws `not_found`, `stale`, `invalid_input` outside the range, `not_eligible` where the law gate is closed or the
 *   group is for another type
 */
export async function setGroupTerms(
  ctx: Context,
  input: z.output<typeof setGroupTermsInput>,
  { insists = false } = {},
): Promise<void> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    const group = await lockAsRead(tx, input);
    const type = await getPartnerType(tx, input.partnerTypeCode);
    if (group.partnerTypeCode !== null && group.partnerTypeCode !== type.code) {
      throw new AppError('not_eligible', {
        userMessage: `This group is not for ${type.name}. Choose the type it is for.`,
      });
    }
    const effectiveFrom = input.effectiveFrom && input.effectiveFrom > now ? input.effectiveFrom : now;
    const terms = input.terms && settleTerms(input.terms);
    const { outsideRange } = terms
      ? await requireAllowedTerms(tx, { type, terms, regions: placesOf(type), at: effectiveFrom, insists })
      : { outsideRange: false };
    const columns = terms ?? termsOf(type);
    const version = group.version + 1;
    const termsId = newId('groupTerms', now);
    await insertGroupTerms(tx, {
      id: termsId,
      groupId: group.id,
      partnerTypeCode: type.code,
      version,
      released: terms === null,
      ...columns,
      tiers: columns.tiers ? [...columns.tiers] : null,
      effectiveFrom,
      outsideRange,
      reason: input.reason,
      setBy: actorId(ctx.actor),
      createdAt: now,
    });
    await updateGroupRow(tx, group.id, { version });
    await recordChange(tx, ctx, {
      action: outsideRange ? 'partner_group.terms_overridden' : 'partner_group.terms_changed',
      subjectType: 'partner_group',
      subjectId: group.id,
      fields: ['terms', 'effectiveFrom'],
      reason: input.reason,
      payload: { termsId },
    });
  });
}
