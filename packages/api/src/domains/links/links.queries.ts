import type { Database, Tx } from '@goodword/db';
import {
  engagements,
  interactions,
  linkNames,
  partnerReferrals,
  partners,
  partnerTypes,
  shareLinks,
} from '@goodword/db/schema';
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';

export type ShareLinkRow = typeof shareLinks.$inferSelect;

export type LinkNameRow = typeof linkNames.$inferSelect;

/** Whom a link belongs to. */
export interface LinkTarget {
  code: string;
  partnerId: string | null;
  clientId: string | null;
}

export interface Click {
  visitorHash: string;
  occurredAt: Date;
}

/** What an address ended with: a code, or a name with this skeleton. */
export interface LinkEntry {
  code: string;
  skeleton: string;
}

/**
 * Resolves a code or name and, given a click, records it: committed when this returns. The hottest path of the edge,
 * hence one function of the database in one round trip. Links of partners who are not active lead nowhere.
 */
export async function resolveLink(
  db: Database,
  { code, skeleton }: LinkEntry,
  click: Click | null,
): Promise<LinkTarget | undefined> {
  const [row] = await db.pool<{ code: string; partner_id: string | null; client_id: string | null }[]>`
    select code, partner_id, client_id
    from follow_link(${code}, ${skeleton || null}, ${click?.visitorHash ?? null}, ${click?.occurredAt ?? new Date(0)})`;
  return row && { code: row.code, partnerId: row.partner_id, clientId: row.client_id };
}

/** The live link with this code or name, of a partner or of a patient. */
export async function findLinkByEntry(
  tx: Tx,
  { code, skeleton }: LinkEntry,
): Promise<{ code: string } | undefined> {
  const [row] = await tx
    .select({ code: shareLinks.code })
    .from(shareLinks)
    .leftJoin(partners, eq(partners.id, shareLinks.partnerId))
    .leftJoin(linkNames, and(eq(linkNames.linkId, shareLinks.id), eq(linkNames.skeleton, skeleton)))
    .where(
      and(
        sql`(${shareLinks.code} = ${code} or ${linkNames.skeleton} is not null)`,
        sql`(${shareLinks.partnerId} is null or ${partners.status} = 'active')`,
        isNull(shareLinks.revokedAt),
      ),
    )
    // The code first, as on the edge.
    .orderBy(desc(sql`${shareLinks.code} = ${code}`))
    .limit(1);
  return row;
}

export async function codeExists(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx.select({ id: shareLinks.id }).from(shareLinks).where(eq(shareLinks.code, code));
  return rows.length > 0;
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

export async function updateLink(tx: Tx, id: string, set: Partial<ShareLinkRow>): Promise<void> {
  await tx.update(shareLinks).set(set).where(eq(shareLinks.id, id));
}

/** @returns false when a link has this name or one that looks like it */
export async function insertName(tx: Tx, row: typeof linkNames.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(linkNames)
    .values(row)
    .onConflictDoNothing({ target: linkNames.skeleton })
    .returning({ skeleton: linkNames.skeleton });
  return rows.length === 1;
}

/** Lets the current address of a link step back. @returns whether there was one */
export async function replaceSlug(tx: Tx, linkId: string, replacedAt: Date): Promise<boolean> {
  const rows = await tx
    .update(linkNames)
    .set({ replacedAt })
    .where(and(eq(linkNames.linkId, linkId), eq(linkNames.kind, 'slug'), isNull(linkNames.replacedAt)))
    .returning({ skeleton: linkNames.skeleton });
  return rows.length > 0;
}

/** An earlier address of the same link becomes its current one again. */
export async function takeUpName(tx: Tx, key: { skeleton: string; name: string }): Promise<void> {
  await tx
    .update(linkNames)
    .set({ name: key.name, replacedAt: null })
    .where(eq(linkNames.skeleton, key.skeleton));
}

/** All names of these links, the newest first. */
export async function listNames(tx: Tx, linkIds: readonly string[]): Promise<LinkNameRow[]> {
  if (linkIds.length === 0) return [];
  return tx
    .select()
    .from(linkNames)
    .where(inArray(linkNames.linkId, [...linkIds]))
    .orderBy(desc(linkNames.createdAt), asc(linkNames.skeleton));
}

export interface LinkFilter {
  partnerId: string;
  campaign?: string;
  archived: boolean;
}

export async function listPartnerLinks(tx: Tx, filter: LinkFilter): Promise<ShareLinkRow[]> {
  return tx
    .select()
    .from(shareLinks)
    .where(
      and(
        eq(shareLinks.partnerId, filter.partnerId),
        isNull(shareLinks.revokedAt),
        filter.campaign ? eq(shareLinks.campaign, filter.campaign) : undefined,
        filter.archived ? isNotNull(shareLinks.archivedAt) : isNull(shareLinks.archivedAt),
      ),
    )
    .orderBy(desc(shareLinks.createdAt), desc(shareLinks.id));
}

/** The campaigns of a partner by name, with their links; archived ones stay countable. */
export async function listCampaigns(
  tx: Tx,
  partnerId: string,
): Promise<{ campaign: string; links: number; archived: number }[]> {
  return tx
    .select({
      campaign: shareLinks.campaign,
      links: sql<number>`(count(*) filter (where ${shareLinks.archivedAt} is null))::int`,
      archived: sql<number>`(count(*) filter (where ${shareLinks.archivedAt} is not null))::int`,
    })
    .from(shareLinks)
    .where(and(eq(shareLinks.partnerId, partnerId), isNull(shareLinks.revokedAt)))
    .groupBy(shareLinks.campaign)
    .orderBy(sql`lower(${shareLinks.campaign})`);
}

/** Locked until the transaction ends. */
export async function lockPartnerLink(
  tx: Tx,
  key: { id: string; partnerId: string },
): Promise<ShareLinkRow | undefined> {
  const [row] = await tx
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.id, key.id), eq(shareLinks.partnerId, key.partnerId)))
    .for('update');
  return row;
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
