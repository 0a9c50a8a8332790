import type { Tx } from '@goodword/db';
import {
  accounts,
  clients,
  credentials,
  deals,
  engagements,
  leadShares,
  leads,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import { type LeadShareStatus, openShareStatuses } from '@goodword/db/vocabulary';
import { and, asc, count, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import type { HeldCredential, SharedLead } from './sharing.ts';

const rules = {
  partnerTypeName: partnerTypes.name,
  ceiling: partnerTypes.ceiling,
  contactOpensAt: partnerTypes.contactOpensAt,
  hidesProperty: partnerTypes.hidesProperty,
};

/** A share with the rules of its partner type, which decide with it what is open. */
export async function listShares(tx: Tx, where: SQL | undefined, limit: number) {
  return tx
    .select({ share: leadShares, ...rules })
    .from(leadShares)
    .innerJoin(partnerTypes, eq(partnerTypes.code, leadShares.partnerTypeCode))
    .where(where)
    .orderBy(desc(leadShares.sentAt), desc(leadShares.id))
    .limit(limit);
}

export type ShareWithRules = Awaited<ReturnType<typeof listShares>>[number];

/** The partner's shares, newest first. */
export async function listPartnerShares(
  tx: Tx,
  filter: { partnerId: string; status?: LeadShareStatus; after: Keyset | null; limit: number },
): Promise<ShareWithRules[]> {
  return listShares(
    tx,
    and(
      eq(leadShares.partnerId, filter.partnerId),
      filter.status ? eq(leadShares.status, filter.status) : undefined,
      behind({ at: leadShares.sentAt, id: leadShares.id }, filter.after, 'desc'),
    ),
    filter.limit,
  );
}

export async function findPartnerShare(
  tx: Tx,
  key: { partnerId: string; id: string },
): Promise<ShareWithRules | undefined> {
  const [row] = await listShares(
    tx,
    and(eq(leadShares.partnerId, key.partnerId), eq(leadShares.id, key.id)),
    1,
  );
  return row;
}

/** Shares of a client, a lead or a partner that are still open. */
export async function listOpenShares(
  tx: Tx,
  of: { clientId: string } | { leadId: string } | { partnerId: string },
): Promise<ShareWithRules[]> {
  return listShares(
    tx,
    and(
      'clientId' in of ? eq(leadShares.clientId, of.clientId) : undefined,
      'leadId' in of ? eq(leadShares.leadId, of.leadId) : undefined,
      'partnerId' in of ? eq(leadShares.partnerId, of.partnerId) : undefined,
      inArray(leadShares.status, openShareStatuses),
    ),
    1000,
  );
}

/** What the window in the database lets through of the leads behind these shares, by share id. */
export async function sharedLeads(tx: Tx, shareIds: readonly string[]): Promise<Map<string, SharedLead>> {
  if (shareIds.length === 0) return new Map();
  const ids = sql.join(
    shareIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await tx.execute<{
    share_id: string;
    name: string;
    email: string | null;
    phone: string | null;
    location: string | null;
    region: string;
    currency: string;
    budget_min_minor: string | null;
    budget_max_minor: string | null;
    financing: string | null;
    payment: string | null;
    property_type: string | null;
    place: string | null;
    size: string | null;
    amenities: string[];
    move_in: string | null;
    service_needed: string | null;
    message: string | null;
  }>(sql`select * from shared_lead_rows(array[${ids}]::text[])`);
  return new Map(
    rows.map((row) => [
      row.share_id,
      {
        name: row.name,
        email: row.email,
        phone: row.phone,
        location: row.location,
        region: row.region,
        currency: row.currency,
        budgetMinMinor: row.budget_min_minor === null ? null : BigInt(row.budget_min_minor),
        budgetMaxMinor: row.budget_max_minor === null ? null : BigInt(row.budget_max_minor),
        financing: row.financing,
        payment: row.payment,
        propertyType: row.property_type,
        place: row.place,
        size: row.size,
        amenities: row.amenities,
        moveIn: row.move_in,
        serviceNeeded: row.service_needed,
        message: row.message,
      },
    ]),
  );
}

/** A lead with its client, as far as a partner could ever see it, before any share of it exists. */
export async function findLeadToShare(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: leads.id,
      clientId: leads.clientId,
      status: leads.status,
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

export async function insertShare(tx: Tx, row: typeof leadShares.$inferInsert): Promise<void> {
  await tx.insert(leadShares).values(row);
}

export async function getShare(tx: Tx, id: string) {
  const [row] = await tx.select().from(leadShares).where(eq(leadShares.id, id));
  return row;
}

/** The partner's own deal from a share. */
export async function findDealOfShare(tx: Tx, shareId: string) {
  const [row] = await tx
    .select({
      id: deals.id,
      status: deals.status,
      valueMinor: deals.valueMinor,
      currency: deals.currency,
      closedAt: deals.closedAt,
    })
    .from(deals)
    .where(eq(deals.shareId, shareId))
    .orderBy(desc(deals.createdAt))
    .limit(1);
  return row;
}

/** All shares of a lead with their partners, for staff. */
export async function listSharesOfLead(tx: Tx, leadId: string) {
  return tx
    .select({
      share: leadShares,
      ...rules,
      partnerName: partners.name,
      sharedByName: accounts.name,
    })
    .from(leadShares)
    .innerJoin(partnerTypes, eq(partnerTypes.code, leadShares.partnerTypeCode))
    .innerJoin(partners, eq(partners.id, leadShares.partnerId))
    .leftJoin(accounts, eq(accounts.id, leadShares.sharedBy))
    .where(eq(leadShares.leadId, leadId))
    .orderBy(desc(leadShares.sentAt), desc(leadShares.id));
}

/** Shares nobody answered in time. */
export async function listOverdueShares(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: leadShares.id })
    .from(leadShares)
    .where(and(eq(leadShares.status, 'sent'), lte(leadShares.answerBy, now)))
    .orderBy(asc(leadShares.answerBy))
    .limit(500);
  return rows.map((row) => row.id);
}

/** Whom to write to about a share. */
export async function findShareAddressee(tx: Tx, shareId: string) {
  const [row] = await tx
    .select({
      shareId: leadShares.id,
      status: leadShares.status,
      answerBy: leadShares.answerBy,
      email: partners.email,
      partnerStatus: partners.status,
      partnerName: partners.name,
      partnerTypeName: partnerTypes.name,
    })
    .from(leadShares)
    .innerJoin(partners, eq(partners.id, leadShares.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, leadShares.partnerTypeCode))
    .where(eq(leadShares.id, shareId));
  return row;
}

/** The table whose rows move through the share's states. */
export const shareTable = leadShares;
