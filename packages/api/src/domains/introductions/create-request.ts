import type { ShareScope } from '@goodword/db/vocabulary';
import { type Context, clientIdOf, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { regionName } from '../../shared/regions.ts';
import { getPartnerType } from '../catalogue/index.ts';
import { grantConsents } from '../consent/index.ts';
import { coverageStatusOf } from '../coverage/index.ts';
import { requireOrganisation } from '../identity/index.ts';
import { findGroupOf } from './groups.queries.ts';
import { hasOpenRequest, insertRequest, lockGroup } from './requests.queries.ts';

export interface NewRequest {
  groupId: string;
  partnerTypeCode: string;
  region: string;
  groupSize: number;
  priceMinMinor?: bigint;
  priceMaxMinor?: bigint;
  currency?: string;
  timeline: string;
  specificNeed: string;
  consentScopes: ShareScope[];
}

/**
 * A group asks for a partner of a type, and says what that partner may be told. The consent is written with the
 * request or not at all.
 * @throws `not_found` for a foreign group, `not_eligible` where we have nobody yet, `already_exists` while the same
 *   request is under way
 */
export async function createRequest(ctx: Context, input: NewRequest): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const clientId = clientIdOf(ctx);
  const id = newId('referralRequest', now);
  return inScope(ctx, async (tx) => {
    const group = await findGroupOf(tx, { clientId, id: input.groupId });
    if (!group) throw notFound('group');
    const type = await getPartnerType(tx, input.partnerTypeCode);
    if ((await coverageStatusOf(tx, input)) !== 'available') {
      throw new AppError('not_eligible', {
        userMessage: `${type.name} in ${regionName(input.region)} is coming soon. Choose another region, or come back later.`,
      });
    }
    await lockGroup(tx, group.id);
    if (await hasOpenRequest(tx, input)) {
      throw new AppError('already_exists', {
        userMessage: 'You already asked for this, and we are on it. Open your request to see how far it is.',
      });
    }
    const { currency } = await requireOrganisation(tx);
    await insertRequest(tx, {
      id,
      groupId: group.id,
      clientId,
      partnerTypeCode: type.code,
      region: input.region,
      status: 'pending',
      groupSize: input.groupSize,
      currency: input.currency ?? currency,
      priceMinMinor: input.priceMinMinor ?? null,
      priceMaxMinor: input.priceMaxMinor ?? null,
      timeline: input.timeline,
      specificNeed: input.specificNeed,
      createdAt: now,
    });
    await grantConsents(
      tx,
      ctx,
      [...new Set(input.consentScopes)].map((scope) => ({
        clientId,
        purpose: 'introduction',
        recipientKind: 'class',
        recipient: type.code,
        scope,
        decision: 'granted',
        channel: 'patient_portal',
        evidence: id,
      })),
    );
    await recordChange(tx, ctx, {
      action: 'referral_request.pending',
      subjectType: 'referral_request',
      subjectId: id,
      to: 'pending',
      payload: { clientId, groupId: group.id },
    });
    return { id };
  });
}
