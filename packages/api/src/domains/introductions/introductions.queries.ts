import type { Tx } from '@goodword/db';
import {
  accounts,
  clients,
  deals,
  engagements,
  introductions,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import type { IntroductionStatus } from '@goodword/db/vocabulary';
import { and, asc, count, desc, eq, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import { notFound } from '../../shared/errors.ts';
import type { Keyset } from '../../shared/pagination.ts';
import type { IntroducedRequest } from './introduction.ts';

/** The table whose rows move through the states of introductions. */
export const introductionTable = introductions;

const openIntroductionStatuses = [
  'proposed',
  'intro_sent',
  'connected',
] as const satisfies IntroductionStatus[];

export async function insertIntroduction(tx: Tx, row: typeof introductions.$inferInsert): Promise<void> {
  await tx.insert(introductions).values(row);
}

/** @throws `not_found` */
export async function requireIntroduction(tx: Tx, id: string) {
  const [row] = await tx.select().from(introductions).where(eq(introductions.id, id));
  if (!row) throw notFound('introduction');
  return row;
}

/** The attempt of a request that is under way. */
export async function findOpenIntroduction(tx: Tx, requestId: string) {
  const [row] = await tx
    .select()
    .from(introductions)
    .where(
      and(eq(introductions.requestId, requestId), inArray(introductions.status, openIntroductionStatuses)),
    );
  return row;
}

/** Attempts with this partner that have not brought the two sides together yet. */
export async function listUnconnectedIntroductions(tx: Tx, partnerId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: introductions.id })
    .from(introductions)
    .where(
      and(eq(introductions.partnerId, partnerId), inArray(introductions.status, ['proposed', 'intro_sent'])),
    )
    .orderBy(asc(introductions.id));
  return rows.map((row) => row.id);
}

/** The attempt that a client may follow: the one that was not declined. */
export async function findLivingIntroduction(tx: Tx, key: { clientId: string; requestId: string }) {
  const [row] = await tx
    .select()
    .from(introductions)
    .where(
      and(
        eq(introductions.requestId, key.requestId),
        eq(introductions.clientId, key.clientId),
        ne(introductions.status, 'declined'),
      ),
    );
  return row;
}

/** Every attempt of a request, newest first, for staff. */
export async function listIntroductionsOfRequest(tx: Tx, requestId: string) {
  return tx
    .select({
      introduction: introductions,
      partnerName: partners.name,
      proposedByName: accounts.name,
      dealId: deals.id,
    })
    .from(introductions)
    .innerJoin(partners, eq(partners.id, introductions.partnerId))
    .leftJoin(accounts, eq(accounts.id, introductions.proposedBy))
    .leftJoin(
      deals,
      and(eq(deals.introductionId, introductions.id), inArray(deals.status, ['reported', 'verified'])),
    )
    .where(eq(introductions.requestId, requestId))
    .orderBy(desc(introductions.proposedAt), desc(introductions.id));
}

export async function countOpenIntroductions(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<Map<string, number>> {
  if (partnerIds.length === 0) return new Map();
  const rows = await tx
    .select({ partnerId: introductions.partnerId, open: count() })
    .from(introductions)
    .where(
      and(
        inArray(introductions.partnerId, [...partnerIds]),
        inArray(introductions.status, openIntroductionStatuses),
      ),
    )
    .groupBy(introductions.partnerId);
  return new Map(rows.map((row) => [row.partnerId, row.open]));
}

/** Partners that declined this request before. */
export async function partnersThatDeclined(tx: Tx, requestId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ partnerId: introductions.partnerId })
    .from(introductions)
    .where(and(eq(introductions.requestId, requestId), eq(introductions.status, 'declined')));
  return new Set(rows.map((row) => row.partnerId));
}

const withRules = {
  introduction: introductions,
  partnerTypeCode: partnerTypes.code,
  partnerTypeName: partnerTypes.name,
  ceiling: partnerTypes.ceiling,
  contactOpensAt: partnerTypes.contactOpensAt,
  hidesProperty: partnerTypes.hidesProperty,
};

/** A partner's introductions, newest first: those that were ever sent to it. */
export async function listPartnerIntroductions(
  tx: Tx,
  filter: {
    partnerId: string;
    id?: string;
    status?: IntroductionStatus;
    after: Keyset | null;
    limit: number;
  },
) {
  return tx
    .select(withRules)
    .from(introductions)
    .innerJoin(engagements, eq(engagements.id, introductions.engagementId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(
      and(
        eq(introductions.partnerId, filter.partnerId),
        or(
          inArray(introductions.status, ['intro_sent', 'connected', 'closed']),
          isNotNull(introductions.introSentAt),
        ),
        filter.id ? eq(introductions.id, filter.id) : undefined,
        filter.status ? eq(introductions.status, filter.status) : undefined,
        behind({ at: introductions.proposedAt, id: introductions.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(introductions.proposedAt), desc(introductions.id))
    .limit(filter.limit);
}

export type IntroductionWithRules = Awaited<ReturnType<typeof listPartnerIntroductions>>[number];

/** One introduction with the rules of its type and both sides' addresses, for the mails. */
export async function findIntroductionParties(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      ...withRules,
      partner: {
        name: partners.name,
        status: partners.status,
        contactName: partners.contactName,
        email: partners.email,
        phone: partners.phone,
        website: partners.website,
      },
      clientName: clients.name,
      clientEmail: clients.email,
    })
    .from(introductions)
    .innerJoin(engagements, eq(engagements.id, introductions.engagementId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .innerJoin(partners, eq(partners.id, introductions.partnerId))
    .innerJoin(clients, eq(clients.id, introductions.clientId))
    .where(eq(introductions.id, id));
  return row;
}

/** What the window in the database lets through of the requests behind these introductions, by introduction id. */
export async function introducedRequests(
  tx: Tx,
  introductionIds: readonly string[],
): Promise<Map<string, IntroducedRequest>> {
  if (introductionIds.length === 0) return new Map();
  const rows = await tx.execute<{
    introduction_id: string;
    group_name: string;
    contact_name: string;
    email: string | null;
    phone: string | null;
    location: string | null;
    region: string;
    group_size: number;
    currency: string;
    price_min_minor: string | null;
    price_max_minor: string | null;
    timeline: string;
    specific_need: string;
  }>(sql`select * from introduction_rows(array[${listed(introductionIds)}]::text[])`);
  return new Map(
    rows.map((row) => [
      row.introduction_id,
      {
        groupName: row.group_name,
        contactName: row.contact_name,
        email: row.email,
        phone: row.phone,
        location: row.location,
        region: row.region,
        groupSize: row.group_size,
        currency: row.currency,
        priceMinMinor: row.price_min_minor === null ? null : BigInt(row.price_min_minor),
        priceMaxMinor: row.price_max_minor === null ? null : BigInt(row.price_max_minor),
        timeline: row.timeline,
        specificNeed: row.specific_need,
      },
    ]),
  );
}

/** Whom the client of the scope was introduced to; nothing before the introduction was sent. */
export async function introducedPartner(tx: Tx, introductionId: string) {
  const [row] = await tx.execute<{
    partner_name: string;
    contact_name: string | null;
    email: string | null;
    phone: string | null;
    website: string | null;
  }>(sql`select * from introduced_partners(array[${listed([introductionId])}]::text[])`);
  return row;
}

function listed(ids: readonly string[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
}
