import type { Tx } from '@goodword/db';
import { commissions, deals, leadShares, partnerReferrals } from '@goodword/db/schema';
import { openShareStatuses } from '@goodword/db/vocabulary';
import { and, count, eq, inArray, ne, sql } from 'drizzle-orm';

export async function countPartnerWork(tx: Tx, partnerId: string) {
  const [referrals] = await tx
    .select({ n: count() })
    .from(partnerReferrals)
    .where(eq(partnerReferrals.partnerId, partnerId));
  const [shares] = await tx
    .select({
      n: count(),
      open: sql<number>`count(*) filter (where ${inArray(leadShares.status, [...openShareStatuses])})::int`,
    })
    .from(leadShares)
    .where(eq(leadShares.partnerId, partnerId));
  const [closed] = await tx.select({ n: count() }).from(deals).where(eq(deals.partnerId, partnerId));
  return {
    referrals: referrals?.n ?? 0,
    shares: shares?.n ?? 0,
    openShares: shares?.open ?? 0,
    deals: closed?.n ?? 0,
  };
}

/** Sums per currency and direction; cancelled lines count for nothing. */
export async function sumCommissions(tx: Tx, partnerId: string) {
  const rows = await tx
    .select({
      currency: commissions.currency,
      direction: commissions.direction,
      total: sql<string>`sum(${commissions.amountMinor})::text`,
      paid: sql<string>`coalesce(sum(${commissions.amountMinor}) filter (where ${commissions.status} in ('paid', 'settled')), 0)::text`,
    })
    .from(commissions)
    .where(and(eq(commissions.partnerId, partnerId), ne(commissions.status, 'cancelled')))
    .groupBy(commissions.currency, commissions.direction)
    .orderBy(commissions.currency, commissions.direction);
  return rows.map(({ currency, direction, total, paid }) => ({
    currency,
    direction,
    totalMinor: BigInt(total),
    paidMinor: BigInt(paid),
  }));
}
