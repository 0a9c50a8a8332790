import type { Tx } from '@goodword/db';
import { logos } from '@goodword/db/schema';
import { eq } from 'drizzle-orm';

export type LogoRow = typeof logos.$inferSelect;

export async function insertLogo(tx: Tx, row: LogoRow): Promise<void> {
  await tx.insert(logos).values(row).onConflictDoNothing();
}

export async function findLogo(tx: Tx, hash: string): Promise<LogoRow | undefined> {
  const [row] = await tx.select().from(logos).where(eq(logos.hash, hash));
  return row;
}
