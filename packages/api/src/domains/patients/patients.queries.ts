import type { Tx } from '@goodword/db';
import { clients } from '@goodword/db/schema';
import { eq } from 'drizzle-orm';

export type ClientRow = typeof clients.$inferSelect;

export async function insertClient(tx: Tx, row: typeof clients.$inferInsert): Promise<void> {
  await tx.insert(clients).values(row);
}

export async function updateClient(
  tx: Tx,
  id: string,
  set: Partial<typeof clients.$inferInsert>,
): Promise<void> {
  await tx.update(clients).set(set).where(eq(clients.id, id));
}

export async function deleteClient(tx: Tx, id: string): Promise<void> {
  await tx.delete(clients).where(eq(clients.id, id));
}

export async function findClientByEmail(tx: Tx, emailNormalised: string): Promise<ClientRow | undefined> {
  const [row] = await tx
    .select()
    .from(clients)
    .where(eq(clients.emailNormalised, emailNormalised))
    .for('update');
  return row;
}
