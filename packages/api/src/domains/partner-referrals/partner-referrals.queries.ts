import type { Tx } from '@goodword/db';
import {
  accounts,
  engagements,
  leads,
  partnerReferrals,
  partners,
  partnerTypes,
  shareLinks,
} from '@goodword/db/schema';
import type { PartnerReferralStatus } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import { sortName } from '../../shared/text.ts';

export { partnerReferrals as partnerReferralTable } from '@goodword/db/schema';

const listOrder = { at: partnerReferrals.submittedAt, id: partnerReferrals.id };

export type PartnerReferralRow = typeof partnerReferrals.$inferSelect;
export type NewPartnerReferral = typeof partnerReferrals.$inferInsert;

/** Without `returning`: works in the scope of the partner too. */
export async function insertReferral(tx: Tx, row: NewPartnerReferral): Promise<void> {
  await tx.insert(partnerReferrals).values(row);
}

export async function getReferral(tx: Tx, id: string): Promise<PartnerReferralRow | undefined> {
  const [row] = await tx.select().from(partnerReferrals).where(eq(partnerReferrals.id, id));
  return row;
}

/** Reads a referral and keeps others from moving it until the transaction ends. */
export async function lockReferral(tx: Tx, id: string): Promise<PartnerReferralRow | undefined> {
  const [row] = await tx.select().from(partnerReferrals).where(eq(partnerReferrals.id, id)).for('update');
  return row;
}

export async function updateReferral(tx: Tx, id: string, set: Partial<PartnerReferralRow>): Promise<void> {
  await tx.update(partnerReferrals).set(set).where(eq(partnerReferrals.id, id));
}

/** Ids of unconfirmed referrals of one person, whoever made them and by whichever way. */
export async function listUnconfirmedOf(tx: Tx, emailHash: string): Promise<string[]> {
  const rows = await tx
    .select({ id: partnerReferrals.id })
    .from(partnerReferrals)
    .where(
      and(
        eq(partnerReferrals.emailHash, emailHash),
        isNull(partnerReferrals.confirmedAt),
        inArray(partnerReferrals.status, ['submitted', 'intake', 'accepted', 'dormant']),
      ),
    )
    .orderBy(asc(partnerReferrals.id));
  return rows.map((row) => row.id);
}

/** Referrals whose client did not answer in time: neither confirmed, nor filled the form after confirming. */
export async function listOverdue(
  tx: Tx,
  filter: { now: Date; limit: number },
): Promise<PartnerReferralRow[]> {
  return tx
    .select()
    .from(partnerReferrals)
    .where(
      and(
        inArray(partnerReferrals.status, ['submitted', 'intake']),
        or(isNull(partnerReferrals.confirmedAt), isNull(partnerReferrals.leadId)),
        lte(partnerReferrals.expiresAt, filter.now),
      ),
    )
    .orderBy(asc(partnerReferrals.expiresAt))
    .limit(filter.limit)
    .for('update', { skipLocked: true });
}

/** Clients who confirmed before `before` and have not filled the form. */
export async function listWaitingForForm(
  tx: Tx,
  filter: { before: Date; now: Date; limit: number },
): Promise<PartnerReferralRow[]> {
  return tx
    .select()
    .from(partnerReferrals)
    .where(
      and(
        eq(partnerReferrals.status, 'intake'),
        isNull(partnerReferrals.leadId),
        lt(partnerReferrals.confirmedAt, filter.before),
        gt(partnerReferrals.expiresAt, filter.now),
        sql`not exists (select from messages m where m.dedupe_key = 'intake-reminder:' || ${partnerReferrals.id})`,
      ),
    )
    .orderBy(asc(partnerReferrals.confirmedAt))
    .limit(filter.limit);
}

export interface PartnerFacts {
  name: string;
  status: string;
  emailNormalised: string | null;
}

const partnerFacts = {
  name: partners.name,
  status: partners.status,
  emailNormalised: partners.emailNormalised,
};

export async function getPartnerFacts(tx: Tx, id: string): Promise<PartnerFacts | undefined> {
  const [row] = await tx.select(partnerFacts).from(partners).where(eq(partners.id, id));
  return row;
}

/** The same, as it stays until the transaction ends: a suspension waits for a referral that is being written. */
export async function holdPartnerFacts(tx: Tx, id: string): Promise<PartnerFacts | undefined> {
  const [row] = await tx.select(partnerFacts).from(partners).where(eq(partners.id, id)).for('share');
  return row;
}

/** A partner's open engagements with the form of their type, oldest first. */
export async function listOpenEngagements(tx: Tx, filter: { partnerId: string; id?: string }) {
  return tx
    .select({
      id: engagements.id,
      partnerTypeCode: partnerTypes.code,
      partnerTypeName: partnerTypes.name,
      regions: engagements.regions,
      formFields: partnerTypes.formFields,
    })
    .from(engagements)
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(
      and(
        eq(engagements.partnerId, filter.partnerId),
        isNull(engagements.endedAt),
        filter.id ? eq(engagements.id, filter.id) : undefined,
      ),
    )
    .orderBy(asc(engagements.createdAt), asc(engagements.id));
}

/** A partner's own referrals, newest first. */
export async function listReferralsOfPartner(
  tx: Tx,
  filter: {
    partnerId: string;
    statuses?: readonly PartnerReferralStatus[];
    after: Keyset | null;
    limit: number;
  },
) {
  return tx
    .select({ referral: partnerReferrals, partnerTypeName: partnerTypes.name })
    .from(partnerReferrals)
    .innerJoin(partnerTypes, eq(partnerTypes.code, partnerReferrals.partnerTypeCode))
    .where(
      and(
        eq(partnerReferrals.partnerId, filter.partnerId),
        filter.statuses ? inArray(partnerReferrals.status, [...filter.statuses]) : undefined,
        behind(listOrder, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(partnerReferrals.submittedAt), desc(partnerReferrals.id))
    .limit(filter.limit);
}

export async function getReferralOfPartner(tx: Tx, key: { id: string; partnerId: string }) {
  const [row] = await tx
    .select({
      referral: partnerReferrals,
      partnerTypeName: partnerTypes.name,
      formFields: partnerTypes.formFields,
    })
    .from(partnerReferrals)
    .innerJoin(partnerTypes, eq(partnerTypes.code, partnerReferrals.partnerTypeCode))
    .where(and(eq(partnerReferrals.id, key.id), eq(partnerReferrals.partnerId, key.partnerId)));
  return row;
}

/** When the form behind a referral was filled. The one fact of a lead that its referrer may have. */
export async function leadCreatedAt(tx: Tx, leadId: string): Promise<Date | null> {
  const [row] = await tx.select({ at: leads.createdAt }).from(leads).where(eq(leads.id, leadId));
  return row?.at ?? null;
}

export interface ReferralFilter {
  status?: PartnerReferralStatus;
  partnerId?: string;
  partnerTypeCode?: string;
  emailHash?: string;
  /** Beginning of the client's or the partner's name. */
  namePrefix?: string;
  dir: 'asc' | 'desc';
  after: Keyset | null;
  limit: number;
}

const summaryColumns = {
  referral: partnerReferrals,
  partnerName: partners.name,
  partnerTypeName: partnerTypes.name,
};

export async function listReferralRows(tx: Tx, filter: ReferralFilter) {
  const order = filter.dir === 'asc' ? asc : desc;
  return tx
    .select(summaryColumns)
    .from(partnerReferrals)
    .innerJoin(partners, eq(partners.id, partnerReferrals.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, partnerReferrals.partnerTypeCode))
    .where(
      and(
        filter.status ? eq(partnerReferrals.status, filter.status) : undefined,
        filter.partnerId ? eq(partnerReferrals.partnerId, filter.partnerId) : undefined,
        filter.partnerTypeCode ? eq(partnerReferrals.partnerTypeCode, filter.partnerTypeCode) : undefined,
        filter.emailHash ? eq(partnerReferrals.emailHash, filter.emailHash) : undefined,
        filter.namePrefix ? nameStartsWith(filter.namePrefix) : undefined,
        behind(listOrder, filter.after, filter.dir),
      ),
    )
    .orderBy(order(partnerReferrals.submittedAt), order(partnerReferrals.id))
    .limit(filter.limit);
}

function nameStartsWith(prefix: string): SQL | undefined {
  const text = sortName(prefix);
  return or(
    sql`lower(${partnerReferrals.clientName}) ^@ ${text}`,
    sql`${partners.nameSort} COLLATE "C" ^@ ${text}`,
  );
}

/** Everything staff see of one referral. */
export async function getReferralDetail(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      ...summaryColumns,
      formFields: partnerTypes.formFields,
      submittedByName: accounts.name,
      campaign: shareLinks.campaign,
      leadStatus: leads.status,
    })
    .from(partnerReferrals)
    .innerJoin(partners, eq(partners.id, partnerReferrals.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, partnerReferrals.partnerTypeCode))
    .leftJoin(accounts, eq(accounts.id, partnerReferrals.submittedBy))
    .leftJoin(shareLinks, eq(shareLinks.id, partnerReferrals.linkId))
    .leftJoin(leads, eq(leads.id, partnerReferrals.leadId))
    .where(eq(partnerReferrals.id, id));
  return row;
}
