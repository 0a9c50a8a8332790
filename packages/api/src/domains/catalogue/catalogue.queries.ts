import type { Tx } from '@goodword/db';
import { partnerTypes } from '@goodword/db/schema';
import { asc, eq } from 'drizzle-orm';
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
