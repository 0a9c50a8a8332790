import type { Tx } from '@goodword/db';
import { clients } from '@goodword/db/schema';
import { eq } from 'drizzle-orm';

export type ClientRow = typeof clients.$inferSelect;

export async function getClient(tx: Tx, id: string): Promise<ClientRow | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.id, id));
  return row;
}

export async function findClientByEmail(tx: Tx, emailNormalised: string): Promise<ClientRow | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.emailNormalised, emailNormalised));
  return row;
}

/** False when a client with this address exists already, also one that another transaction adds right now. */
export async function insertClient(tx: Tx, row: typeof clients.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(clients)
    .values(row)
    .onConflictDoNothing({ target: clients.emailNormalised })
    .returning({ id: clients.id });
  return rows.length === 1;
}

export async function updateClient(tx: Tx, id: string, set: Partial<ClientRow>): Promise<void> {
  await tx.update(clients).set(set).where(eq(clients.id, id));
}
