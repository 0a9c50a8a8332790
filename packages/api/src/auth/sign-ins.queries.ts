import type { Tx } from '@goodword/db';
import { signIns } from '@goodword/db/schema';
import { desc, eq, lt } from 'drizzle-orm';

export type SignInRow = typeof signIns.$inferSelect;

export async function insertSignIn(tx: Tx, row: typeof signIns.$inferInsert): Promise<void> {
  await tx.insert(signIns).values(row);
}

/** The newest first. */
export async function listSignIns(tx: Tx, accountId: string, limit: number): Promise<SignInRow[]> {
  return tx
    .select()
    .from(signIns)
    .where(eq(signIns.accountId, accountId))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(limit);
}

export async function deleteSignInsBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.delete(signIns).where(lt(signIns.at, moment));
}
