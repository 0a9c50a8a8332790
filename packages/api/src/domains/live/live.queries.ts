import type { Database } from '@goodword/db';
import { outbox, relayCursor } from '@goodword/db/schema';
import { eq, sql } from 'drizzle-orm';
import { partiesOf } from '../../platform/parties.queries.ts';
import type { LiveFact, Position } from './live.ts';

export interface LiveEvent extends LiveFact {
  position: Position;
}

const worker = { audience: 'worker' } as const;

/** How far the relay is: everything up to here is committed, and nothing will appear before it. */
export async function relayPosition(db: Database): Promise<Position> {
  const [row] = await db.scoped(worker, (tx) => tx.select().from(relayCursor).where(eq(relayCursor.id, 1)));
  return { xid: BigInt(row?.xid ?? 0), id: row?.outboxId ?? 0n };
}

/** Events behind a position that the relay has taken, in its order, with whom they belong to. */
export async function readRelayed(db: Database, after: Position, limit: number): Promise<LiveEvent[]> {
  return db.scoped(worker, async (tx) => {
    const rows = await tx
      .select({
        id: outbox.id,
        xid: outbox.xid,
        type: outbox.type,
        subjectId: outbox.subjectId,
        isFirst: sql<boolean>`not exists (
          select from outbox earlier
          where earlier.subject_id = ${outbox.subjectId} and earlier.type = ${outbox.type}
            and (earlier.xid, earlier.id) < (${outbox.xid}, ${outbox.id}))`,
      })
      .from(outbox)
      .where(
        sql`(${outbox.xid}, ${outbox.id}) > (${String(after.xid)}::xid8, ${String(after.id)}::bigint)
          and (${outbox.xid}, ${outbox.id}) <= (select c.xid, c.outbox_id from relay_cursor c where c.id = 1)`,
      )
      .orderBy(outbox.xid, outbox.id)
      .limit(limit);
    const parties = await partiesOf(
      tx,
      rows.map(({ subjectId }) => subjectId),
    );
    return rows.map(({ id, xid, type, subjectId, isFirst }) => {
      const { partnerId = null, clientId = null } = parties.get(subjectId) ?? {};
      return { type, subjectId, isFirst, partnerId, clientId, position: { xid: BigInt(xid), id } };
    });
  });
}

/** Calls `wake` when the relay took events, and after each new connection: what was said meanwhile was not heard. */
export async function listenToRelay(db: Database, wake: () => void): Promise<() => Promise<void>> {
  const { unlisten } = await db.pool.listen('goodword_events', wake, wake);
  return unlisten;
}
