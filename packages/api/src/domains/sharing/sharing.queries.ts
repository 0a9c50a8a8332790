import type { Tx } from '@goodword/db';
import { accounts, deals, leadShares, partners, partnerTypes } from '@goodword/db/schema';
import { type LeadShareStatus, openShareStatuses } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import type { SharedLead } from './sharing.ts';

export const rules = {
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
      partnerId: leadShares.partnerId,
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
