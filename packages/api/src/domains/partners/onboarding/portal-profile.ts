import type { z } from 'zod';
import { type Context, inScope, partnerIdOf } from '../../../platform/context.ts';
import { recordChange } from '../../../platform/record.queries.ts';
import { listCredentials } from '../credentials/credentials.queries.ts';
import { describeCredentials, requirementsFor } from '../credentials/describe-credential.ts';
import { describeEngagements } from '../describe-engagements.ts';
import { getPartner, listEngagements, listMembers, updatePartnerRow } from '../partners.queries.ts';
import { differing, toColumns } from '../update-partner.ts';
import type {
  portalMembersOutput,
  portalProfileOutput,
  updatePortalProfileInput,
} from './onboarding.schema.ts';

/** The caller's own company, as it may see it. */
export async function getPortalProfile(ctx: Context): Promise<z.infer<typeof portalProfileOutput>> {
  const partnerId = partnerIdOf(ctx);
  const now = ctx.clock.now();
  return inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, partnerId);
    const engagements = await listEngagements(tx, { partnerIds: [partnerId] });
    const described = await describeEngagements(tx, engagements, { currency: partner.currency, now });
    const credentials = await listCredentials(tx, partnerId);
    return {
      ...partner,
      // Who agreed to a plan and why is for staff: the output leaves it out.
      engagements: described.map(({ blockedByLaw, ...engagement }) => ({
        ...engagement,
        notPaidYet: blockedByLaw !== null,
      })),
      credentials: await describeCredentials(tx, credentials, now),
      requirements: requirementsFor(engagements, credentials, now),
    };
  });
}

/** Changes contact, description and capacity. Status, terms and name are not the partner's to change. */
export async function updatePortalProfile(
  ctx: Context,
  input: z.infer<typeof updatePortalProfileInput>,
): Promise<void> {
  const partnerId = partnerIdOf(ctx);
  await inScope(ctx, async (tx) => {
    const partner = await getPartner(tx, partnerId);
    const emptied = { phone: undefined, website: undefined, about: undefined, ...input };
    const changes = differing(partner, toColumns(emptied, partner.country));
    if (Object.keys(changes).length === 0) return;
    await updatePartnerRow(tx, partnerId, changes);
    await recordChange(tx, ctx, {
      action: 'partner.profile_changed',
      subjectType: 'partner',
      subjectId: partnerId,
      fields: Object.keys(changes),
    });
  });
}

/** The people who can sign in for the caller's company. */
export async function listPortalMembers(ctx: Context): Promise<z.infer<typeof portalMembersOutput>> {
  const partnerId = partnerIdOf(ctx);
  const members = await inScope(ctx, (tx) => listMembers(tx, partnerId));
  return members
    .filter(({ disabledAt }) => !disabledAt)
    .map(({ id, name, email, partnerRole, createdAt }) => ({
      accountId: id,
      name,
      email,
      role: partnerRole,
      createdAt,
    }));
}
