import type { Tx } from '@goodword/db';
import type { PartnerStatus } from '@goodword/db/vocabulary';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import { normaliseEmail, sortName } from '../../shared/text.ts';
import { getPartnerType, type PartnerTypeRow } from '../catalogue/index.ts';
import { requireOrganisation } from '../identity/index.ts';
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
  /** Instead of the type's own; the caller has checked the range. */
  rateBps?: number;
}

/** Creates a partner with its first engagement. The caller records why. */
export async function enrolPartner(tx: Tx, ctx: Context, input: NewPartner): Promise<string> {
  const type = await getPartnerType(tx, input.partnerTypeCode);
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

/** An engagement with the terms its type starts with. */
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
  const { direction, formula, base, trigger, splitPartnerBps, flatAmountMinor, tiers } = type;
  await insertEngagement(tx, {
    id,
    partnerId,
    partnerTypeCode: type.code,
    regions,
    direction,
    formula,
    base,
    trigger,
    rateBps: rateBps ?? type.rateBps,
    splitPartnerBps,
    flatAmountMinor,
    tiers,
    createdAt: now,
  });
  return id;
}
