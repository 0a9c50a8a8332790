import type { Tx } from '@goodword/db';
import { accounts, clients, commissions, deals, partners, payoutBatches, payouts } from '@goodword/db/schema';
import type { PayoutBatchStatus } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

export { payoutBatches as batchTable, payouts as payoutTable };
export type BatchRow = typeof payoutBatches.$inferSelect;
export type PayoutRow = typeof payouts.$inferSelect;

export async function insertBatch(tx: Tx, row: typeof payoutBatches.$inferInsert): Promise<void> {
  await tx.insert(payoutBatches).values(row);
}

export async function insertPayout(tx: Tx, row: typeof payouts.$inferInsert): Promise<void> {
  await tx.insert(payouts).values(row);
}

/** Locks a batch before its payouts, always: two who end the last two payouts then see each other. */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow | undefined> {
  const [row] = await tx.select().from(payoutBatches).where(eq(payoutBatches.id, id)).for('update');
  return row;
}

export async function getPayout(tx: Tx, id: string): Promise<PayoutRow | undefined> {
  const [row] = await tx.select().from(payouts).where(eq(payouts.id, id));
  return row;
}

export async function lockPayout(tx: Tx, id: string): Promise<PayoutRow | undefined> {
  const [row] = await tx.select().from(payouts).where(eq(payouts.id, id)).for('update');
  return row;
}

export async function updatePayoutAmount(tx: Tx, id: string, amountMinor: bigint): Promise<void> {
  await tx.update(payouts).set({ amountMinor }).where(eq(payouts.id, id));
}

export async function statusesInBatch(tx: Tx, batchId: string): Promise<PayoutRow['status'][]> {
  const rows = await tx.select({ status: payouts.status }).from(payouts).where(eq(payouts.batchId, batchId));
  return rows.map((row) => row.status);
}

/** Payouts that hold a commission of the deal and have not left, in a fixed order. */
export async function unsentPayoutsOfDeal(tx: Tx, dealId: string) {
  return tx
    .selectDistinct({ id: payouts.id, batchId: payouts.batchId })
    .from(commissions)
    .innerJoin(payouts, eq(payouts.id, commissions.payoutId))
    .where(and(eq(commissions.dealId, dealId), eq(payouts.status, 'scheduled')))
    .orderBy(asc(payouts.batchId), asc(payouts.id));
}

/** People who may approve payouts, other than one. */
export async function otherApprovers(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(accounts)
    .where(
      and(
        eq(accounts.audience, 'staff'),
        inArray(accounts.staffRole, ['admin', 'finance']),
        isNull(accounts.disabledAt),
        ne(accounts.id, accountId),
      ),
    );
  return row?.n ?? 0;
}

function batches(tx: Tx) {
  const approver = alias(accounts, 'approver');
  return tx
    .select({ batch: payoutBatches, createdByName: accounts.name, approvedByName: approver.name })
    .from(payoutBatches)
    .leftJoin(accounts, eq(accounts.id, payoutBatches.createdBy))
    .leftJoin(approver, eq(approver.id, payoutBatches.approvedBy))
    .$dynamic();
}

export async function listBatches(
  tx: Tx,
  filter: { status?: PayoutBatchStatus; after: Keyset | null; limit: number },
) {
  return batches(tx)
    .where(
      and(
        filter.status ? eq(payoutBatches.status, filter.status) : undefined,
        behind({ at: payoutBatches.createdAt, id: payoutBatches.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(payoutBatches.createdAt), desc(payoutBatches.id))
    .limit(filter.limit);
}

export async function getBatch(tx: Tx, id: string) {
  const [row] = await batches(tx).where(eq(payoutBatches.id, id));
  return row;
}

/** Number of payouts and sums per currency of some batches; failed payouts count but add nothing. */
export async function totalsOf(tx: Tx, batchIds: string[]) {
  if (batchIds.length === 0) return [];
  const rows = await tx
    .select({
      batchId: payouts.batchId,
      currency: payouts.currency,
      payouts: sql<number>`count(*)::int`,
      amountMinor: sql<string>`coalesce(sum(${payouts.amountMinor}) filter (where ${payouts.status} <> 'failed'), 0)::text`,
    })
    .from(payouts)
    .where(inArray(payouts.batchId, batchIds))
    .groupBy(payouts.batchId, payouts.currency)
    .orderBy(asc(payouts.currency));
  return rows.map((row) => ({ ...row, amountMinor: BigInt(row.amountMinor) }));
}

export async function listPayoutsOfBatch(tx: Tx, batchId: string) {
  return tx
    .select({
      payout: payouts,
      payeeName: sql<string>`coalesce(${partners.name}, ${clients.name}, '')`,
    })
    .from(payouts)
    .leftJoin(partners, eq(partners.id, payouts.partnerId))
    .leftJoin(clients, eq(clients.id, payouts.clientId))
    .where(eq(payouts.batchId, batchId))
    .orderBy(asc(partners.nameSort), asc(payouts.id));
}

/** For staff: the commissions in some payouts, with whom they are for. */
export async function linesOf(tx: Tx, payoutIds: string[]) {
  if (payoutIds.length === 0) return [];
  return tx
    .select({
      payoutId: commissions.payoutId,
      commissionId: commissions.id,
      amountMinor: commissions.amountMinor,
      clientName: clients.name,
    })
    .from(commissions)
    .innerJoin(deals, eq(deals.id, commissions.dealId))
    .innerJoin(clients, eq(clients.id, deals.clientId))
    .where(inArray(commissions.payoutId, payoutIds))
    .orderBy(asc(commissions.id));
}

export async function listOwnPayouts(
  tx: Tx,
  filter: { partnerId: string; after: Keyset | null; limit: number },
): Promise<PayoutRow[]> {
  return tx
    .select()
    .from(payouts)
    .where(
      and(
        eq(payouts.partnerId, filter.partnerId),
        behind({ at: payouts.createdAt, id: payouts.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(payouts.createdAt), desc(payouts.id))
    .limit(filter.limit);
}

export async function ownLinesOf(tx: Tx, key: { partnerId: string; payoutIds: string[] }) {
  if (key.payoutIds.length === 0) return [];
  return tx
    .select({
      payoutId: commissions.payoutId,
      commissionId: commissions.id,
      amountMinor: commissions.amountMinor,
    })
    .from(commissions)
    .where(and(eq(commissions.partnerId, key.partnerId), inArray(commissions.payoutId, key.payoutIds)))
    .orderBy(asc(commissions.id));
}
