import type { Tx } from '@goodword/db';
import { engagementPlans, engagements, partnerTypes } from '@goodword/db/schema';
import { and, asc, count, countDistinct, eq, isNull, max, sql } from 'drizzle-orm';
import { notFound } from '../../shared/errors.ts';

export type PartnerTypeRow = typeof partnerTypes.$inferSelect;

export async function listPartnerTypes(tx: Tx): Promise<PartnerTypeRow[]> {
  return tx.select().from(partnerTypes).orderBy(asc(partnerTypes.position));
}

export async function getPartnerType(tx: Tx, code: string): Promise<PartnerTypeRow> {
  const [row] = await tx.select().from(partnerTypes).where(eq(partnerTypes.code, code));
  if (!row) throw notFound('partner type');
  return row;
}

export async function insertPartnerTypes(
  tx: Tx,
  rows: readonly (typeof partnerTypes.$inferInsert)[],
): Promise<void> {
  await tx
    .insert(partnerTypes)
    .values([...rows])
    .onConflictDoNothing();
}

/** Where a new type goes in the list. */
export async function nextPosition(tx: Tx): Promise<number> {
  const [row] = await tx.select({ last: max(partnerTypes.position) }).from(partnerTypes);
  return (row?.last ?? -1) + 1;
}

/** False when the code is taken. */
export async function insertPartnerType(tx: Tx, row: typeof partnerTypes.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(partnerTypes)
    .values(row)
    .onConflictDoNothing()
    .returning({ code: partnerTypes.code });
  return rows.length === 1;
}

/** False when somebody else changed the type since that version was read. */
export async function updatePartnerType(
  tx: Tx,
  key: { code: string; version: number },
  set: Partial<typeof partnerTypes.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(partnerTypes)
    .set({ ...set, version: sql`${partnerTypes.version} + 1` })
    .where(and(eq(partnerTypes.code, key.code), eq(partnerTypes.version, key.version)))
    .returning({ code: partnerTypes.code });
  return rows.length === 1;
}

/** Running engagements by type, and how many of them have terms of their own. */
export async function countEngagements(tx: Tx): Promise<Map<string, { running: number; own: number }>> {
  const rows = await tx
    .select({
      code: engagements.partnerTypeCode,
      running: countDistinct(engagements.id),
      own: count(sql`distinct ${engagementPlans.engagementId}`),
    })
    .from(engagements)
    .leftJoin(engagementPlans, eq(engagementPlans.engagementId, engagements.id))
    .where(isNull(engagements.endedAt))
    .groupBy(engagements.partnerTypeCode);
  return new Map(rows.map(({ code, running, own }) => [code, { running, own }]));
}
