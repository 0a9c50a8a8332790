import type { Tx } from '@goodword/db';
import {
  commissions,
  deals,
  engagements,
  introductions,
  leadShares,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import { openShareStatuses } from '@goodword/db/vocabulary';
import { and, asc, count, eq, inArray, sql, sum } from 'drizzle-orm';

/** Counts over all shares the partner ever got. Averages are null while there is nothing to average. */
export async function countShares(tx: Tx, partnerId: string) {
  const secondsTo = (end: typeof leadShares.endedAt | typeof leadShares.acceptedAt) =>
    sql`extract(epoch from ${end} - ${leadShares.sentAt})`;
  const won = sql`${leadShares.status} = 'closed' and ${leadShares.outcome} = 'won'`;
  const [row] = await tx
    .select({
      received: count(),
      accepted: count(leadShares.acceptedAt),
      closed: sql<number>`count(*) filter (where ${won})::int`,
      open: sql<number>`count(*) filter (where ${inArray(leadShares.status, openShareStatuses)})::int`,
      secondsToClose: sql<
        number | null
      >`(avg(${secondsTo(leadShares.endedAt)}) filter (where ${won}))::float8`,
      secondsToAccept: sql<number | null>`(avg(${secondsTo(leadShares.acceptedAt)}))::float8`,
    })
    .from(leadShares)
    .where(eq(leadShares.partnerId, partnerId));
  return row;
}

export async function partnerCapacity(tx: Tx, partnerId: string): Promise<number | null> {
  const [row] = await tx
    .select({ capacity: partners.capacity })
    .from(partners)
    .where(eq(partners.id, partnerId));
  return row?.capacity ?? null;
}

/** Verified deals per currency: the only values that count. */
export async function sumVerifiedDeals(tx: Tx, partnerId: string) {
  const rows = await tx
    .select({ currency: deals.currency, amount: sum(deals.valueMinor), deals: count() })
    .from(deals)
    .where(and(eq(deals.partnerId, partnerId), eq(deals.status, 'verified')))
    .groupBy(deals.currency)
    .orderBy(asc(deals.currency));
  return rows.map((row) => ({
    currency: row.currency,
    amountMinor: BigInt(row.amount ?? '0'),
    deals: row.deals,
  }));
}

/** What we owe or paid the partner, per currency; lines that take a paid one back count against it. */
export async function sumEarned(tx: Tx, partnerId: string) {
  const rows = await tx
    .select({ currency: commissions.currency, amount: sum(commissions.amountMinor) })
    .from(commissions)
    .where(
      and(
        eq(commissions.partnerId, partnerId),
        eq(commissions.direction, 'we_pay'),
        inArray(commissions.status, ['approved', 'scheduled', 'paid']),
      ),
    )
    .groupBy(commissions.currency)
    .orderBy(asc(commissions.currency));
  return rows.map((row) => ({ currency: row.currency, amountMinor: BigInt(row.amount ?? '0') }));
}

export async function listUnansweredShares(tx: Tx, partnerId: string, limit: number) {
  return tx
    .select({
      id: leadShares.id,
      partnerTypeName: partnerTypes.name,
      since: leadShares.sentAt,
      answerBy: leadShares.answerBy,
    })
    .from(leadShares)
    .innerJoin(partnerTypes, eq(partnerTypes.code, leadShares.partnerTypeCode))
    .where(and(eq(leadShares.partnerId, partnerId), eq(leadShares.status, 'sent')))
    .orderBy(asc(leadShares.answerBy), asc(leadShares.id))
    .limit(limit);
}

export async function listUnansweredIntroductions(tx: Tx, partnerId: string, limit: number) {
  return tx
    .select({
      id: introductions.id,
      partnerTypeName: partnerTypes.name,
      since: introductions.introSentAt,
    })
    .from(introductions)
    .innerJoin(engagements, eq(engagements.id, introductions.engagementId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(and(eq(introductions.partnerId, partnerId), eq(introductions.status, 'intro_sent')))
    .orderBy(asc(introductions.introSentAt), asc(introductions.id))
    .limit(limit);
}
