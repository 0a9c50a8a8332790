import type { Tx } from '@goodword/db';
import { accounts, credentials } from '@goodword/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';

export type CredentialRow = typeof credentials.$inferSelect;

export async function insertCredential(tx: Tx, row: typeof credentials.$inferInsert): Promise<void> {
  await tx.insert(credentials).values(row);
}

export async function findCredential(tx: Tx, id: string): Promise<CredentialRow | undefined> {
  const [row] = await tx.select().from(credentials).where(eq(credentials.id, id));
  return row;
}

/** False when somebody verified it before. */
export async function markVerified(
  tx: Tx,
  id: string,
  set: { verifiedAt: Date; verifiedBy: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(credentials)
    .set(set)
    .where(and(eq(credentials.id, id), isNull(credentials.verifiedAt)))
    .returning({ id: credentials.id });
  return rows.length === 1;
}

export async function listCredentials(
  tx: Tx,
  partnerId: string,
): Promise<{ credential: CredentialRow; verifiedByName: string | null }[]> {
  return tx
    .select({ credential: credentials, verifiedByName: accounts.name })
    .from(credentials)
    .leftJoin(accounts, eq(accounts.id, credentials.verifiedBy))
    .where(eq(credentials.partnerId, partnerId))
    .orderBy(asc(credentials.expiresAt), asc(credentials.id));
}
