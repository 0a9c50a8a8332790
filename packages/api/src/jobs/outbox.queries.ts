import type { Tx } from '@goodword/db';
import { outbox, relayCursor } from '@goodword/db/schema';
import { eq, sql } from 'drizzle-orm';
import type { DomainEvent } from './job.ts';

/**
 * Takes the next committed events and moves the cursor past them, in the caller's transaction.
 * Rows of a transaction that still runs stay invisible, and nothing behind them is taken before them: the limit is
 * the oldest running transaction, not the highest id.
 */
export async function takeEvents(tx: Tx, limit: number): Promise<DomainEvent[]> {
  const [cursor] = await tx.select().from(relayCursor).where(eq(relayCursor.id, 1)).for('update');
  if (!cursor) return [];
  const rows = await tx
    .select()
    .from(outbox)
    .where(
      sql`(${outbox.xid}, ${outbox.id}) > (${cursor.xid}::xid8, ${cursor.outboxId}::bigint)
        and ${outbox.xid} < pg_snapshot_xmin(pg_current_snapshot())`,
    )
    .orderBy(outbox.xid, outbox.id)
    .limit(limit);
  const last = rows.at(-1);
  if (last) {
    await tx.update(relayCursor).set({ xid: last.xid, outboxId: last.id }).where(eq(relayCursor.id, 1));
    // Wakes whoever shows events to people. Here and not where they are written: at its commit a notification takes a
    // lock of the whole database, which the transactions of the business must not wait for.
    await tx.execute(sql`select pg_notify('goodword_events', '')`);
  }
  return rows.map((row) => ({
    id: row.id.toString(),
    type: row.type,
    subjectId: row.subjectId,
    payload: row.payload,
    occurredAt: row.occurredAt,
    requestId: row.requestId,
  }));
}

/** Events behind the cursor: what a caught-up relay has none of. */
export async function countWaitingEvents(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from outbox o, relay_cursor c where (o.xid, o.id) > (c.xid, c.outbox_id)`);
  return row?.n ?? 0;
}

export async function sealAudit(tx: Tx, batch: number): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select seal_audit(${batch}) as n`);
  return row?.n ?? 0;
}

/** True when no other process runs this task now. Held until the transaction ends. */
export async function claimTask(tx: Tx, name: string): Promise<boolean> {
  const [row] = await tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${`task:${name}`})) as got`,
  );
  return row?.got ?? false;
}
