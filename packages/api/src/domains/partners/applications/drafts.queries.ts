import type { Tx } from '@goodword/db';
import { applicationDrafts } from '@goodword/db/schema';
import { eq, lte } from 'drizzle-orm';

export type DraftRow = typeof applicationDrafts.$inferSelect;

export async function insertDraft(tx: Tx, row: typeof applicationDrafts.$inferInsert): Promise<void> {
  await tx.insert(applicationDrafts).values(row);
}

export async function findDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  const [row] = await tx.select().from(applicationDrafts).where(eq(applicationDrafts.id, id));
  return row;
}

/** The same, for changing it: others who want to change it wait. */
export async function lockDraft(tx: Tx, id: string): Promise<DraftRow | undefined> {
  const [row] = await tx.select().from(applicationDrafts).where(eq(applicationDrafts.id, id)).for('update');
  return row;
}

export async function updateDraft(tx: Tx, id: string, set: Partial<DraftRow>): Promise<void> {
  await tx.update(applicationDrafts).set(set).where(eq(applicationDrafts.id, id));
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(applicationDrafts).where(eq(applicationDrafts.id, id));
}

/** Deletes what has reached its end. @returns their ids */
export async function deleteDraftsUntil(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .delete(applicationDrafts)
    .where(lte(applicationDrafts.expiresAt, now))
    .returning({ id: applicationDrafts.id });
  return rows.map(({ id }) => id);
}
