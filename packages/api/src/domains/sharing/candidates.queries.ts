import type { Tx } from '@goodword/db';
import {
  clients,
  credentials,
  engagements,
  leadShares,
  leads,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import { openShareStatuses } from '@goodword/db/vocabulary';
import { and, asc, count, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { rules } from './sharing.queries.ts';
import type { HeldCredential, SharedLead } from './sharing.ts';

/** A lead with its client, as far as a partner could ever see it, before any share of it exists. */
export async function findLeadToShare(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: leads.id,
      clientId: leads.clientId,
      status: leads.status,
      client: {
        email: clients.email,
        emailNormalised: clients.emailNormalised,
        emailVerifiedAt: clients.emailVerifiedAt,
      },
      lead: {
        name: clients.name,
        email: clients.email,
        phone: clients.phone,
        location: clients.location,
        region: leads.region,
        currency: leads.currency,
        budgetMinMinor: leads.budgetMinMinor,
        budgetMaxMinor: leads.budgetMaxMinor,
        financing: leads.financing,
        payment: leads.payment,
        propertyType: leads.propertyType,
        place: leads.place,
        size: leads.size,
        amenities: leads.amenities,
        moveIn: leads.moveIn,
        serviceNeeded: leads.serviceNeeded,
        message: leads.message,
      } satisfies Record<keyof SharedLead, unknown>,
    })
    .from(leads)
    .innerJoin(clients, eq(clients.id, leads.clientId))
    .where(eq(leads.id, id));
  return row;
}

const engagementColumns = {
  engagementId: engagements.id,
  regions: engagements.regions,
  partnerId: partners.id,
  partnerName: partners.name,
  partnerStatus: partners.status,
  capacity: partners.capacity,
  partnerTypeCode: partnerTypes.code,
  ...rules,
  defaultTicks: partnerTypes.defaultTicks,
  credentialRules: partnerTypes.credentials,
};

/** A running engagement with its partner and type. */
export async function findEngagement(tx: Tx, id: string) {
  const [row] = await tx
    .select(engagementColumns)
    .from(engagements)
    .innerJoin(partners, eq(partners.id, engagements.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(and(eq(engagements.id, id), isNull(engagements.endedAt)));
  return row;
}

export type EngagementToShareWith = NonNullable<Awaited<ReturnType<typeof findEngagement>>>;

/** Engagements in a region, of partners that could work or soon can, by name. */
export async function listEngagementsIn(
  tx: Tx,
  filter: { region: string; partnerTypeCode?: string; search?: string; limit: number },
): Promise<EngagementToShareWith[]> {
  const areas = [filter.region, filter.region.slice(0, 2)];
  return tx
    .select(engagementColumns)
    .from(engagements)
    .innerJoin(partners, eq(partners.id, engagements.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(
      and(
        isNull(engagements.endedAt),
        inArray(partners.status, ['active', 'approved', 'inactive', 'suspended']),
        or(
          sql`${engagements.regions} && array[${areas[0]}, ${areas[1]}]::text[]`,
          sql`cardinality(${engagements.regions}) = 0`,
        ),
        filter.partnerTypeCode ? eq(engagements.partnerTypeCode, filter.partnerTypeCode) : undefined,
        filter.search ? sql`${partners.nameSort} collate "C" ^@ ${filter.search}` : undefined,
      ),
    )
    .orderBy(sql`${partners.status} <> 'active'`, asc(partners.nameSort), asc(engagements.id))
    .limit(filter.limit);
}

export async function listCredentials(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<Map<string, HeldCredential[]>> {
  const held = new Map<string, HeldCredential[]>(partnerIds.map((id) => [id, []]));
  if (partnerIds.length === 0) return held;
  const rows = await tx
    .select()
    .from(credentials)
    .where(inArray(credentials.partnerId, [...partnerIds]));
  for (const row of rows) held.get(row.partnerId)?.push(row);
  return held;
}

/** Open shares of each partner; partners without any are missing. */
export async function countOpenShares(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, number>> {
  if (partnerIds.length === 0) return new Map();
  const rows = await tx
    .select({ partnerId: leadShares.partnerId, open: count() })
    .from(leadShares)
    .where(and(inArray(leadShares.partnerId, [...partnerIds]), inArray(leadShares.status, openShareStatuses)))
    .groupBy(leadShares.partnerId);
  return new Map(rows.map((row) => [row.partnerId, row.open]));
}

/** Partners that hold an open share of this lead. */
export async function partnersHolding(tx: Tx, leadId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ partnerId: leadShares.partnerId })
    .from(leadShares)
    .where(and(eq(leadShares.leadId, leadId), inArray(leadShares.status, openShareStatuses)));
  return new Set(rows.map((row) => row.partnerId));
}

/**
 * Locks the partner's row until the transaction ends, so that shares to one partner are counted one after another.
 * Not the strongest lock: the foreign keys of shares just inserted hold a weaker one, and asking for more than they
 * tolerate would make parallel shares wait for each other in a circle.
 */
export async function lockPartner(tx: Tx, partnerId: string) {
  const [row] = await tx
    .select({ status: partners.status, capacity: partners.capacity })
    .from(partners)
    .where(eq(partners.id, partnerId))
    .for('no key update');
  return row;
}
