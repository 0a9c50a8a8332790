import type { Tx } from '@goodword/db';
import { redemptionLots, redemptions } from '@goodword/db/schema';
import { and, eq, lte, ne, sql } from 'drizzle-orm';

export type RedemptionRow = typeof redemptions.$inferSelect;

/** Two calls about one order wait for each other until the first is done. */
export async function lockOrder(tx: Tx, order: { source: string; orderId: string }): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`order:${order.source}:${order.orderId}`}, 0))`,
  );
}

/** The redemption that stands for an order: at most one that was not released. */
export async function findRedemption(
  tx: Tx,
  order: { source: string; orderId: string },
): Promise<RedemptionRow | undefined> {
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(
      and(
        eq(redemptions.source, order.source),
        eq(redemptions.externalOrderId, order.orderId),
        ne(redemptions.status, 'released'),
      ),
    );
  return row;
}

export async function lockRedemption(tx: Tx, id: string): Promise<RedemptionRow | undefined> {
  const [row] = await tx.select().from(redemptions).where(eq(redemptions.id, id)).for('update');
  return row;
}

export async function insertRedemption(
  tx: Tx,
  row: typeof redemptions.$inferInsert,
  lots: readonly { lotId: string; amountMinor: bigint }[],
): Promise<void> {
  await tx.insert(redemptions).values(row);
  if (lots.length === 0) return;
  await tx
    .insert(redemptionLots)
    .values(lots.map((lot) => ({ ...lot, redemptionId: row.id, clientId: row.clientId })));
}

export async function listLotsOf(
  tx: Tx,
  redemptionId: string,
): Promise<{ lotId: string; amountMinor: bigint }[]> {
  return tx
    .select({ lotId: redemptionLots.lotId, amountMinor: redemptionLots.amountMinor })
    .from(redemptionLots)
    .where(eq(redemptionLots.redemptionId, redemptionId))
    .orderBy(redemptionLots.lotId);
}

export async function listReservationsPastExpiry(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: redemptions.id })
    .from(redemptions)
    .where(and(eq(redemptions.status, 'reserved'), lte(redemptions.expiresAt, now)))
    .limit(limit);
  return rows.map((row) => row.id);
}
