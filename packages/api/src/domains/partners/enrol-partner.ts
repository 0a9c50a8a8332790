import type { Tx } from '@goodword/db';
import type { PartnerStatus } from '@goodword/db/vocabulary';
import { actorId, type Context } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail, sortName } from '../../shared/text.ts';
import { getPartnerType, type PartnerTypeRow, requireOpenType } from '../catalogue/index.ts';
import { requireOrganisation } from '../identity/index.ts';
import { insertPlan, requireAllowedTerms, termsOf } from '../terms/index.ts';
import { emailDomain, nameKey, ownDomain } from './duplicates/identity-keys.ts';
import { blankToNull, requireRegionsOfType } from './partner.ts';
import { insertEngagement, insertPartner } from './partners.queries.ts';
import { normalisePhone } from './phone.ts';

export interface NewPartner {
  status: PartnerStatus;
  name: string;
  contactName?: string | null;
  email?: string | null;
  phone?: string | null;
  website?: string | null;
  city?: string | null;
  country?: string | null;
  capacity?: number | null;
  about?: string | null;
  internalNotes?: string | null;
  source?: string;
  externalId?: string;
  invitedBy?: string;
  appliedAt?: Date;
  partnerTypeCode: string;
  regions: string[];
  /** Instead of the type's own, within its range. */
  rateBps?: number;
}

/** Creates a partner with its first engagement. The caller records why. */
export async function enrolPartner(tx: Tx, ctx: Context, input: NewPartner): Promise<string> {
  const type = await getPartnerType(tx, input.partnerTypeCode);
  requireOpenType(type);
  requireRegionsOfType(type, input.regions);
  const { currency } = await requireOrganisation(tx);
  const now = ctx.clock.now();
  const country = input.country ?? input.regions[0]?.slice(0, 2) ?? null;
  const id = newId('partner', now);
  await insertPartner(tx, {
    id,
    status: input.status,
    name: input.name,
    nameSort: sortName(input.name),
    nameKey: nameKey(input.name),
    websiteDomain: ownDomain(input.website),
    emailDomain: emailDomain(input.email),
    contactName: blankToNull(input.contactName),
    email: blankToNull(input.email),
    emailNormalised: input.email ? normaliseEmail(input.email) : null,
    phone: input.phone ? normalisePhone(input.phone, country) : null,
    website: blankToNull(input.website),
    city: blankToNull(input.city),
    country,
    capacity: input.capacity ?? null,
    about: blankToNull(input.about),
    internalNotes: blankToNull(input.internalNotes),
    currency,
    source: input.source ?? null,
    externalId: input.externalId ?? null,
    invitedBy: input.invitedBy ?? null,
    createdAt: now,
    appliedAt: input.appliedAt ?? null,
  });
  await addDefaultEngagement(tx, ctx, {
    partnerId: id,
    type,
    regions: input.regions,
    rateBps: input.rateBps,
  });
  return id;
}

/**
 * An engagement with the terms of its type; another rate is agreed for it alone.
 * @throws `invalid_input` when the type does not allow the rate
 */
export async function addDefaultEngagement(
  tx: Tx,
  ctx: Context,
  {
    partnerId,
    type,
    regions,
    rateBps,
  }: {
    partnerId: string;
    type: PartnerTypeRow;
    regions: string[];
    rateBps?: number;
  },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('engagement', now);
  await insertEngagement(tx, {
    id,
    partnerId,
    partnerTypeCode: type.code,
    regions,
    ...termsOf(type),
    tiers: type.tiers,
    createdAt: now,
  });
  if (rateBps === undefined || rateBps === type.rateBps) return id;
  const terms = { ...termsOf(type), rateBps };
  await requireAllowedTerms(tx, { type, terms, regions, at: now });
  await insertPlan(tx, {
    id: newId('engagementPlan', now),
    partnerId,
    engagementId: id,
    version: 1,
    name: 'Agreed at the start',
    released: false,
    ...terms,
    tiers: type.tiers,
    effectiveFrom: now,
    outsideRange: false,
    reason: 'Stated when the partner was added',
    setBy: actorId(ctx.actor),
    createdAt: now,
  });
  return id;
}
