import type { Database, Tx } from '@goodword/db';
import {
  engagements,
  interactions,
  partnerReferrals,
  partners,
  partnerTypes,
  shareLinks,
} from '@goodword/db/schema';
import { and, asc, count, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';

export type ShareLinkRow = typeof shareLinks.$inferSelect;

/** Whom a link belongs to. */
export interface LinkTarget {
  partnerId: string | null;
  clientId: string | null;
}

export interface Click {
  visitorHash: string;
  occurredAt: Date;
}

/**
 * Resolves a code and, given a click, records it: committed when this returns. The hottest path of the edge, hence one
 * function of the database in one round trip. Links of partners who are not active lead nowhere.
 */
export async function resolveLink(
  db: Database,
  code: string,
  click: Click | null,
): Promise<LinkTarget | undefined> {
  const [row] = await db.pool<{ partner_id: string | null; client_id: string | null }[]>`
    select partner_id, client_id
    from follow_link(${code}, ${click?.visitorHash ?? null}, ${click?.occurredAt ?? new Date(0)})`;
  return row && { partnerId: row.partner_id, clientId: row.client_id };
}

/** What the page behind a partner's link needs. */
export interface PartnerLink {
  linkId: string;
  partnerId: string;
  partnerName: string;
  engagementId: string;
  partnerTypeCode: string;
  partnerTypeName: string;
}

/** The partner behind a code, with its oldest open engagement; undefined unless the partner is active. */
export async function findPartnerLink(tx: Tx, code: string): Promise<PartnerLink | undefined> {
  const [row] = await tx
    .select({
      linkId: shareLinks.id,
      partnerId: partners.id,
      partnerName: partners.name,
      engagementId: engagements.id,
      partnerTypeCode: partnerTypes.code,
      partnerTypeName: partnerTypes.name,
    })
    .from(shareLinks)
    .innerJoin(partners, eq(partners.id, shareLinks.partnerId))
    .innerJoin(engagements, eq(engagements.partnerId, partners.id))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(
      and(
        eq(shareLinks.code, code),
        isNull(shareLinks.revokedAt),
        eq(partners.status, 'active'),
        isNull(engagements.endedAt),
      ),
    )
    .orderBy(asc(engagements.createdAt), asc(engagements.id))
    .limit(1);
  return row;
}

export async function insertLink(tx: Tx, row: typeof shareLinks.$inferInsert): Promise<void> {
  await tx.insert(shareLinks).values(row);
}

export async function listPartnerLinks(tx: Tx, partnerId: string): Promise<ShareLinkRow[]> {
  return tx
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.partnerId, partnerId), isNull(shareLinks.revokedAt)))
    .orderBy(desc(shareLinks.createdAt), desc(shareLinks.id));
}

export async function getPartnerLink(
  tx: Tx,
  key: { id: string; partnerId: string },
): Promise<ShareLinkRow | undefined> {
  const [row] = await tx
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.id, key.id), eq(shareLinks.partnerId, key.partnerId)));
  return row;
}

export async function countClicks(
  tx: Tx,
  linkIds: readonly string[],
  since: Date,
): Promise<Map<string, { all: number; recent: number }>> {
  if (linkIds.length === 0) return new Map();
  const rows = await tx
    .select({
      linkId: interactions.linkId,
      all: count(),
      recent: sql<number>`(count(*) filter (where ${gte(interactions.occurredAt, since)}))::int`,
    })
    .from(interactions)
    .where(and(inArray(interactions.linkId, [...linkIds]), eq(interactions.kind, 'click')))
    .groupBy(interactions.linkId);
  return new Map(rows.map(({ linkId, all, recent }) => [linkId, { all, recent }]));
}

export async function countReferrals(tx: Tx, linkIds: readonly string[]): Promise<Map<string, number>> {
  if (linkIds.length === 0) return new Map();
  const rows = await tx
    .select({ linkId: partnerReferrals.linkId, n: count() })
    .from(partnerReferrals)
    .where(inArray(partnerReferrals.linkId, [...linkIds]))
    .groupBy(partnerReferrals.linkId);
  return new Map(rows.map(({ linkId, n }) => [linkId ?? '', n]));
}

/** Clicks and distinct visitors by day of the given time zone; days without any are missing. */
export async function clicksByDay(
  tx: Tx,
  filter: { linkId: string; since: Date; timeZone: string },
): Promise<Map<string, { clicks: number; visitors: number }>> {
  const day = sql<string>`to_char(${interactions.occurredAt} at time zone ${filter.timeZone}, 'YYYY-MM-DD')`;
  const rows = await tx
    .select({
      day: day.as('day'),
      clicks: count(),
      visitors: sql<number>`count(distinct ${interactions.visitorHash})::int`,
    })
    .from(interactions)
    .where(
      and(
        eq(interactions.linkId, filter.linkId),
        eq(interactions.kind, 'click'),
        gte(interactions.occurredAt, filter.since),
      ),
    )
    .groupBy(sql`1`);
  return new Map(rows.map(({ day: key, clicks, visitors }) => [key, { clicks, visitors }]));
}
