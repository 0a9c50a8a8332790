import type { Tx } from '@goodword/db';
import { clients } from '@goodword/db/schema';
import { and, eq, isNotNull } from 'drizzle-orm';
import { normaliseEmail } from '../../shared/text.ts';

export type ClientRow = typeof clients.$inferSelect;

export async function getClient(tx: Tx, id: string): Promise<ClientRow | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.id, id));
  return row;
}

/** The client as it stays until the transaction ends: a change of its address waits. */
export async function holdClient(tx: Tx, id: string): Promise<ClientRow | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.id, id)).for('share');
  return row;
}

export async function findClientByEmail(tx: Tx, emailNormalised: string): Promise<ClientRow | undefined> {
  const [row] = await tx.select().from(clients).where(eq(clients.emailNormalised, emailNormalised));
  return row;
}

/** The same, locked until the transaction ends: who joins this record next waits. */
export async function lockClientByEmail(tx: Tx, emailNormalised: string): Promise<ClientRow | undefined> {
  const [row] = await tx
    .select()
    .from(clients)
    .where(eq(clients.emailNormalised, emailNormalised))
    .for('update');
  return row;
}

/** A person as another system names them. */
export interface PatientReference {
  source: string;
  externalId?: string | undefined;
  email?: string | undefined;
}

/** By the other system's own id, else by an e-mail that was verified: an unproved address names nobody. */
export async function findPatient(tx: Tx, reference: PatientReference): Promise<ClientRow | undefined> {
  const { source, externalId, email } = reference;
  if (externalId) {
    const [row] = await tx
      .select()
      .from(clients)
      .where(and(eq(clients.source, source), eq(clients.externalId, externalId)));
    if (row) return row;
  }
  if (!email) return undefined;
  const [row] = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.emailNormalised, normaliseEmail(email)), isNotNull(clients.emailVerifiedAt)));
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

/** Only for a record that nothing hangs on yet, such as that of an account before its e-mail was verified. */
export async function deleteClient(tx: Tx, id: string): Promise<void> {
  await tx.delete(clients).where(eq(clients.id, id));
}
