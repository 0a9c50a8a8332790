import type { Tx } from '@goodword/db';
import { sql } from 'drizzle-orm';

/**
 * Runs `work` so that its failure undoes what it did and nothing else of the transaction. For rows of a batch, which
 * stand and fall by themselves.
 */
export async function atSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`savepoint row_of_batch`);
  try {
    const result = await work();
    await tx.execute(sql`release savepoint row_of_batch`);
    return result;
  } catch (error) {
    await tx.execute(sql`rollback to savepoint row_of_batch`);
    throw error;
  }
}
