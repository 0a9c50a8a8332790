import type { Tx } from '@goodword/db';
import {
  accounts,
  clients,
  commissions,
  deals,
  engagements,
  partners,
  partnerTypes,
  payouts,
} from '@goodword/db/schema';
import type { CommissionStatus } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

export interface CommissionFilter {
  status?: CommissionStatus;
  direction?: 'we_pay' | 'partner_pays';
  partnerId?: string;
  after: Keyset | null;
  limit: number;
}

const listOrder = { at: commissions.createdAt, id: commissions.id };

const newestFirst = [desc(commissions.createdAt), desc(commissions.id)];

const summaryColumns = {
  commission: commissions,
  partnerName: partners.name,
  partnerTypeName: partnerTypes.name,
  clientName: clients.name,
  dealValueMinor: deals.valueMinor,
  dealCurrency: deals.currency,
};

/** For staff: with the names of partner and client. */
export async function listCommissions(tx: Tx, filter: CommissionFilter) {
  return tx
    .select(summaryColumns)
    .from(commissions)
    .innerJoin(partners, eq(partners.id, commissions.partnerId))
    .innerJoin(engagements, eq(engagements.id, commissions.engagementId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .innerJoin(deals, eq(deals.id, commissions.dealId))
    .innerJoin(clients, eq(clients.id, deals.clientId))
    .where(
      and(
        filter.status ? eq(commissions.status, filter.status) : undefined,
        filter.direction ? eq(commissions.direction, filter.direction) : undefined,
        filter.partnerId ? eq(commissions.partnerId, filter.partnerId) : undefined,
        behind(listOrder, filter.after, 'desc'),
      ),
    )
    .orderBy(...newestFirst)
    .limit(filter.limit);
}

export async function getCommissionDetail(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      ...summaryColumns,
      approvedByName: accounts.name,
      payoutBatchId: payouts.batchId,
      payoutReference: payouts.reference,
      reversedById: sql<
        string | null
      >`(select r.id from commissions r where r.reverses_id = ${commissions.id})`,
    })
    .from(commissions)
    .innerJoin(partners, eq(partners.id, commissions.partnerId))
    .innerJoin(engagements, eq(engagements.id, commissions.engagementId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .innerJoin(deals, eq(deals.id, commissions.dealId))
    .innerJoin(clients, eq(clients.id, deals.clientId))
    .leftJoin(accounts, eq(accounts.id, commissions.approvedBy))
    .leftJoin(payouts, eq(payouts.id, commissions.payoutId))
    .where(eq(commissions.id, id));
  return row;
}

/** Whether a partner hears of a line; the database hides the others from it. */
export async function isTold(tx: Tx, id: string): Promise<boolean> {
  const { planLine, status, payoutId, dealId, partnerId, engagementId } = commissions;
  const [row] = await tx
    .select({
      told: sql<boolean>`commission_is_told(${planLine}, ${status}, ${payoutId}, ${dealId}, ${partnerId}, ${engagementId})`,
    })
    .from(commissions)
    .where(eq(commissions.id, id));
  return row?.told ?? false;
}

/** A partner's own lines; of the deal only the share or introduction that it closed itself. */
export async function listOwnCommissions(
  tx: Tx,
  filter: { partnerId: string; status?: CommissionStatus; after: Keyset | null; limit: number },
) {
  return ownCommissions(tx)
    .where(
      and(
        eq(commissions.partnerId, filter.partnerId),
        filter.status ? eq(commissions.status, filter.status) : undefined,
        behind(listOrder, filter.after, 'desc'),
      ),
    )
    .orderBy(...newestFirst)
    .limit(filter.limit);
}

export async function getOwnCommission(tx: Tx, key: { partnerId: string; id: string }) {
  const [row] = await ownCommissions(tx).where(
    and(eq(commissions.partnerId, key.partnerId), eq(commissions.id, key.id)),
  );
  return row;
}

/** Whether the partner may know what a line is for: always what it closed itself, else with the client's leave. */
const isReported = sql<boolean>`(${commissions.planLine} <> 'referral'
  or referral_is_reported(${commissions.dealId}, ${commissions.partnerId}, ${commissions.engagementId}))`;

/** Of the payout only what the partner may know already: the database hides payouts of drafts from it. */
function ownCommissions(tx: Tx) {
  return tx
    .select({
      commission: commissions,
      reported: isReported,
      shareId: deals.shareId,
      introductionId: deals.introductionId,
      payoutId: payouts.id,
      payoutReference: payouts.reference,
      payoutSentAt: payouts.sentAt,
    })
    .from(commissions)
    .leftJoin(deals, and(eq(deals.id, commissions.dealId), eq(deals.partnerId, commissions.partnerId)))
    .leftJoin(payouts, eq(payouts.id, commissions.payoutId))
    .$dynamic();
}

/** A partner's sums by currency, direction and state. */
export async function sumOwnCommissions(tx: Tx, partnerId: string) {
  const rows = await tx
    .select({
      currency: commissions.currency,
      direction: commissions.direction,
      status: commissions.status,
      amountMinor: sql<string>`sum(${commissions.amountMinor})::text`,
    })
    .from(commissions)
    .where(eq(commissions.partnerId, partnerId))
    .groupBy(commissions.currency, commissions.direction, commissions.status)
    .orderBy(asc(commissions.currency));
  return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

/** The lines of a deal, with the names of their partners. */
export async function listCommissionsOfDeal(tx: Tx, dealId: string) {
  return tx
    .select({ commission: commissions, partnerName: partners.name })
    .from(commissions)
    .innerJoin(partners, eq(partners.id, commissions.partnerId))
    .where(eq(commissions.dealId, dealId))
    .orderBy(asc(commissions.createdAt), asc(commissions.id));
}
