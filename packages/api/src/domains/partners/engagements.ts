import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { actorId, type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound, violates } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { getPartnerType, requireOpenType } from '../catalogue/index.ts';
import {
  insertPlan,
  readTermsSources,
  requireAllowedTerms,
  settleTerms,
  termsInForce,
  termsOf,
} from '../terms/index.ts';
import { addDefaultEngagement } from './enrol-partner.ts';
import { requireRegionsOfType } from './partner.ts';
import { type EngagementRow, getPartner, lockEngagement, updateEngagementRow } from './partners.queries.ts';
import type {
  addEngagementInput,
  changeRegionsInput,
  endEngagementInput,
  updateTermsInput,
} from './partners.schema.ts';

/**
 * Lets a partner work in one more type, on the type's own terms.
 * @throws `not_found`, `invalid_input` (regions), `not_eligible` (retired type), `already_exists` when it works in this
 *   type already
 */
export async function addEngagement(
  ctx: Context,
  input: z.infer<typeof addEngagementInput>,
): Promise<{ id: string }> {
  try {
    return await inScope(ctx, async (tx) => {
      const partner = await getPartner(tx, input.partnerId);
      const type = await getPartnerType(tx, input.partnerTypeCode);
      requireOpenType(type);
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
 * Agrees on a plan for one engagement, now or from a later day; without terms the engagement returns to those it began
 * with. Deals verified before keep theirs. Of two at once one wins.
 * @param insists outside the range of the type, knowingly; the procedure has checked the permission
 * @throws `not_found`, `stale`, `invalid_input` outside the range, `not_eligible`
 *   where the law gate is closed
 */
export async function updateTerms(
  ctx: Context,
  input: z.infer<typeof updateTermsInput>,
  { insists = false } = {},
): Promise<void> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    const engagement = await lockRunning(tx, input);
    const effectiveFrom = input.effectiveFrom && input.effectiveFrom > now ? input.effectiveFrom : now;
    const type = await getPartnerType(tx, engagement.partnerTypeCode);
    const terms = input.terms && settleTerms(input.terms);
    const { outsideRange } = terms
      ? await requireAllowedTerms(tx, {
          type,
          terms,
          regions: engagement.regions,
          at: effectiveFrom,
          insists,
        })
      : { outsideRange: false };
    const columns = terms ?? termsOf(engagement);
    const version = engagement.version + 1;
    await insertPlan(tx, {
      id: newId('engagementPlan', now),
      partnerId: engagement.partnerId,
      engagementId: engagement.id,
      version,
      name: input.name,
      released: terms === null,
      ...columns,
      tiers: columns.tiers ? [...columns.tiers] : null,
      effectiveFrom,
      outsideRange,
      reason: input.reason,
      setBy: actorId(ctx.actor),
      createdAt: now,
    });
    await updateEngagementRow(tx, engagement.id, { version });
    await recordChange(tx, ctx, {
      action: outsideRange ? 'engagement.terms_overridden' : 'engagement.terms_changed',
      subjectType: 'engagement',
      subjectId: engagement.id,
      fields: ['terms', 'effectiveFrom'],
      reason: input.reason,
      payload: { partnerId: engagement.partnerId },
    });
  });
}

/**
 * Changes where an engagement works. The terms in force have to be possible there too.
 * @throws `not_found`, `stale`, `invalid_input` (regions, rate), `not_eligible` where the law gate is closed
 */
export async function changeRegions(ctx: Context, input: z.infer<typeof changeRegionsInput>): Promise<void> {
  const now = ctx.clock.now();
  await inScope(ctx, async (tx) => {
    const engagement = await lockRunning(tx, input);
    const type = await getPartnerType(tx, engagement.partnerTypeCode);
    requireRegionsOfType(type, input.regions);
    const sources = (await readTermsSources(tx, [engagement.id])).get(engagement.id);
    const current = sources && termsInForce(sources, now);
    // The type's own terms of old, and what was agreed outside the range on purpose, are not measured again.
    if (current?.source === 'engagement' && !current.outsideRange) {
      await requireAllowedTerms(tx, { type, terms: current.terms, regions: input.regions, at: now });
    }
    await updateEngagementRow(tx, engagement.id, {
      regions: input.regions,
      version: engagement.version + 1,
    });
    await recordChange(tx, ctx, {
      action: 'engagement.regions_changed',
      subjectType: 'engagement',
      subjectId: engagement.id,
      fields: ['regions'],
      reason: input.reason,
      payload: { partnerId: engagement.partnerId },
    });
  });
}

/**
 * Ends an engagement: nothing new begins under it. What was begun before still earns, by the terms in force at the end.
 * @throws `not_found`, `stale`
 */
export async function endEngagement(ctx: Context, input: z.infer<typeof endEngagementInput>): Promise<void> {
  await inScope(ctx, async (tx) => {
    const engagement = await lockRunning(tx, input);
    await updateEngagementRow(tx, engagement.id, {
      endedAt: ctx.clock.now(),
      version: engagement.version + 1,
    });
    await recordChange(tx, ctx, {
      action: 'engagement.ended',
      subjectType: 'engagement',
      subjectId: engagement.id,
      fields: ['endedAt'],
      reason: input.reason,
      payload: { partnerId: engagement.partnerId },
    });
  });
}

async function lockRunning(
  tx: Tx,
  { engagementId, version }: { engagementId: string; version: number },
): Promise<EngagementRow> {
  const engagement = await lockEngagement(tx, engagementId);
  if (!engagement || engagement.endedAt) throw notFound('engagement');
  if (engagement.version !== version) {
    throw new AppError('stale', {
      userMessage:
        'Somebody else changed this engagement meanwhile. Reload to see what holds now, then try again.',
    });
  }
  return engagement;
}
