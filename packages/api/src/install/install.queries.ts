import type { Tx } from '@goodword/db';
import { agreements } from '@goodword/db/schema';

export async function insertAgreement(tx: Tx, row: typeof agreements.$inferInsert): Promise<void> {
  await tx.insert(agreements).values(row).onConflictDoNothing();
}
