import type { Tx } from '@goodword/db';
import {
  auditEntries,
  commissions,
  deals,
  engagements,
  introductions,
  leads,
  partnerReferrals,
  partners,
  partnerTypes,
  referralRequests,
} from '@goodword/db/schema';
import { endedReferralStatuses } from '@goodword/db/vocabulary';
import {
  and,
  asc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';

export { commissions as commissionTable };

interface DealBefore {
  id: string;
  verifiedAt: Date;
}

export type CommissionRow = typeof commissions.$inferSelect;

/**
 * The deal behind some commissions, locked: it is neither reversed nor calculated by anybody else meanwhile; with the
 * partner who sent its client.
 */
export async function lockDealFacts(tx: Tx, dealId: string) {
  const [deal] = await tx.select().from(deals).where(eq(deals.id, dealId)).for('update');
  if (!deal) return undefined;
  const [origin] = deal.leadId
    ? await tx
        .select({
          partnerId: partnerReferrals.partnerId,
          engagementId: partnerReferrals.engagementId,
          status: partnerReferrals.status,
        })
        .from(leads)
        .innerJoin(partnerReferrals, eq(partnerReferrals.id, leads.partnerReferralId))
        .where(eq(leads.id, deal.leadId))
    : [];
  return { deal, referrer: origin ?? null };
}

/** The terms to apply, locked: they do not change meanwhile. */
export async function lockTerms(tx: Tx, engagementId: string) {
  await tx
    .select({ id: engagements.id })
    .from(engagements)
    .where(eq(engagements.id, engagementId))
    .for('no key update');
  const [row] = await tx
    .select({
      engagement: engagements,
      regulated: partnerTypes.regulated,
      partnerName: partners.name,
      partnerCurrency: partners.currency,
    })
    .from(engagements)
    .innerJoin(partners, eq(partners.id, engagements.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(eq(engagements.id, engagementId));
  return row;
}

/** Where the client of a deal looked; undefined where nothing says so. */
export async function regionOfDeal(
  tx: Tx,
  deal: { leadId: string | null; introductionId: string | null },
): Promise<string | undefined> {
  if (deal.leadId) {
    const [lead] = await tx.select({ region: leads.region }).from(leads).where(eq(leads.id, deal.leadId));
    return lead?.region ?? undefined;
  }
  if (!deal.introductionId) return undefined;
  const [request] = await tx
    .select({ region: referralRequests.region })
    .from(introductions)
    .innerJoin(referralRequests, eq(referralRequests.id, introductions.requestId))
    .where(eq(introductions.id, deal.introductionId));
  return request?.region;
}

/**
 * Deals that somebody closed or sent the client of under an engagement, verified before this one and standing still.
 * Which came first is a fact of the deals, not of the order in which their commissions are calculated.
 */
export async function countDealsBefore(
  tx: Tx,
  { engagement, deal }: { engagement: { id: string; partnerId: string }; deal: DealBefore },
): Promise<number> {
  const closedByPartner = sql`(${deals.shareId} is not null or ${deals.introductionId} is not null)`;
  const sentByPartner = exists(
    tx
      .select({ one: sql`1` })
      .from(leads)
      .innerJoin(partnerReferrals, eq(partnerReferrals.id, leads.partnerReferralId))
      .where(
        and(
          eq(leads.id, deals.leadId),
          eq(partnerReferrals.engagementId, engagement.id),
          notInArray(partnerReferrals.status, [...endedReferralStatuses]),
        ),
      ),
  );
  return tx.$count(
    deals,
    and(
      eq(deals.status, 'verified'),
      or(
        lt(deals.verifiedAt, deal.verifiedAt),
        and(eq(deals.verifiedAt, deal.verifiedAt), lt(deals.id, deal.id)),
      ),
      or(
        and(
          eq(deals.partnerId, engagement.partnerId),
          eq(deals.engagementId, engagement.id),
          closedByPartner,
        ),
        and(
          sentByPartner,
          sql`not (${deals.partnerId} is not distinct from ${engagement.partnerId} and ${closedByPartner})`,
        ),
      ),
    ),
  );
}

/** False when this deal, partner, line and instalment has its commission already. */
export async function insertCommissionOnce(tx: Tx, row: typeof commissions.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(commissions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: commissions.id });
  return rows.length === 1;
}

export async function wasRecorded(tx: Tx, key: { subjectId: string; action: string }): Promise<boolean> {
  const rows = await tx
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, key.subjectId), eq(auditEntries.action, key.action)))
    .limit(1);
  return rows.length > 0;
}

export async function getCommission(tx: Tx, id: string): Promise<CommissionRow | undefined> {
  const [row] = await tx.select().from(commissions).where(eq(commissions.id, id));
  return row;
}

export async function lockCommission(tx: Tx, id: string): Promise<CommissionRow | undefined> {
  const [row] = await tx.select().from(commissions).where(eq(commissions.id, id)).for('update');
  return row;
}

/** Locked in the order of their ids, so that two who lock several never wait for each other. */
async function lockCommissionsWhere(tx: Tx, condition: SQL | undefined): Promise<CommissionRow[]> {
  return tx.select().from(commissions).where(condition).orderBy(asc(commissions.id)).for('update');
}

export function lockCommissionsOfDeal(tx: Tx, dealId: string): Promise<CommissionRow[]> {
  return lockCommissionsWhere(tx, eq(commissions.dealId, dealId));
}

export function lockCommissionsOfPayout(tx: Tx, payoutId: string): Promise<CommissionRow[]> {
  return lockCommissionsWhere(tx, eq(commissions.payoutId, payoutId));
}

/** Lines that take one of these back and have not been carried out. */
export function lockOpenTakeBacks(tx: Tx, commissionIds: string[]): Promise<CommissionRow[]> {
  return lockCommissionsWhere(
    tx,
    and(
      inArray(commissions.reversesId, commissionIds),
      inArray(commissions.status, ['pending', 'calculated', 'approved', 'held']),
    ),
  );
}

/** Everything we owe partners and have approved, free for a payout. */
export function lockPayable(tx: Tx, currency: string | undefined): Promise<CommissionRow[]> {
  return lockCommissionsWhere(
    tx,
    and(
      eq(commissions.status, 'approved'),
      eq(commissions.direction, 'we_pay'),
      isNull(commissions.payoutId),
      currency ? eq(commissions.currency, currency) : undefined,
    ),
  );
}

export async function listPastDue(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: commissions.id })
    .from(commissions)
    .where(and(eq(commissions.status, 'invoiced'), isNotNull(commissions.dueAt), lt(commissions.dueAt, now)))
    .orderBy(asc(commissions.dueAt))
    .limit(limit);
  return rows.map((row) => row.id);
}
