import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { getPartnerType } from '../catalogue/index.ts';
import { addDefaultEngagement } from './enrol-partner.ts';
import { requireRegionsOfType } from './partner.ts';
import { findEngagement, getPartner, updateEngagementRow } from './partners.queries.ts';
import type { addEngagementInput, updateTermsInput } from './partners.schema.ts';
import { requireAllowedTerms } from './terms.ts';

/**
 * Lets a partner work in one more type, on the type's own terms.
 * @throws `not_found`, `invalid_input` (regions), `already_exists` when it works in this type already
 */
export async function addEngagement(
  ctx: Context,
  input: z.infer<typeof addEngagementInput>,
): Promise<{ id: string }> {
  try {
    return await inScope(ctx, async (tx) => {
      const partner = await getPartner(tx, input.partnerId);
      const type = await getPartnerType(tx, input.partnerTypeCode);
      requireRegionsOfType(type, input.regions);
      const id = await addDefaultEngagement(tx, ctx, {
        partnerId: partner.id,
        type,
        regions: input.regions,
      });
      await recordChange(tx, ctx, {
        action: 'engagement.added',
        subjectType: 'engagement',
        subjectId: id,
        payload: { partnerId: partner.id },
      });
      return { id };
    });
  } catch (error) {
    if (!violates(error, 'engagements_partner_type')) throw error;
    throw new AppError('already_exists', {
      userMessage: 'This partner works in this type already. Change that engagement instead.',
      cause: error,
    });
  }
}

/**
 * Changes rate or split of an engagement within the range of its type. Deals verified before keep theirs.
 * @throws `not_found`, `invalid_input` outside the range
 */
export async function updateTerms(
  ctx: Context,
  { engagementId, reason, ...change }: z.infer<typeof updateTermsInput>,
): Promise<void> {
  await inScope(ctx, async (tx) => {
    const engagement = await findEngagement(tx, engagementId);
    if (!engagement || engagement.endedAt) throw notFound('engagement');
    requireAllowedTerms(await getPartnerType(tx, engagement.partnerTypeCode), change);
    await updateEngagementRow(tx, engagementId, change);
    await recordChange(tx, ctx, {
      action: 'engagement.terms_changed',
      subjectType: 'engagement',
      subjectId: engagementId,
      fields: Object.keys(change),
      reason,
      payload: { partnerId: engagement.partnerId },
    });
  });
}
