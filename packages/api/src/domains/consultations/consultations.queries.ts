import type { Tx } from '@goodword/db';
import { consultations, inboundEvents } from '@goodword/db/schema';
import { and, eq, lt, sql } from 'drizzle-orm';

export type InboundEventRow = typeof inboundEvents.$inferSelect;

/** Events about somebody we do not know yet keep this outcome until they register or are forgotten. */
export const UNKNOWN_PATIENT = 'patient_unknown';

export async function insertInboundEvent(tx: Tx, row: typeof inboundEvents.$inferInsert): Promise<void> {
  await tx.insert(inboundEvents).values(row);
}

export async function lockInboundEvent(tx: Tx, id: string): Promise<InboundEventRow | undefined> {
  const [row] = await tx.select().from(inboundEvents).where(eq(inboundEvents.id, id)).for('update');
  return row;
}

export async function updateInboundEvent(
  tx: Tx,
  id: string,
  set: Partial<typeof inboundEvents.$inferInsert>,
): Promise<void> {
  await tx.update(inboundEvents).set(set).where(eq(inboundEvents.id, id));
}

/** Events that came for this address before anybody had proved to own it. */
export async function listUnknownEventsFor(tx: Tx, emailNormalised: string): Promise<string[]> {
  const rows = await tx
    .select({ id: inboundEvents.id })
    .from(inboundEvents)
    .where(
      and(
        eq(inboundEvents.outcome, UNKNOWN_PATIENT),
        sql`lower(${inboundEvents.payload}->'data'->>'patientEmail') = ${emailNormalised}`,
      ),
    )
    .orderBy(inboundEvents.receivedAt);
  return rows.map((row) => row.id);
}

/** Empties what unknown people's events told us. */
export async function forgetUnknownEvents(tx: Tx, before: Date): Promise<void> {
  await tx
    .update(inboundEvents)
    .set({ payload: {}, outcome: 'forgotten' })
    .where(and(eq(inboundEvents.outcome, UNKNOWN_PATIENT), lt(inboundEvents.receivedAt, before)));
}

/** False when this consultation was told before, whatever event carried it. */
export async function insertConsultation(tx: Tx, row: typeof consultations.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(consultations)
    .values(row)
    .onConflictDoNothing({ target: [consultations.source, consultations.externalId] })
    .returning({ id: consultations.id });
  return rows.length === 1;
}
