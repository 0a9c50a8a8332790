import type { Tx } from '@goodword/db';
import { accounts, clients, consultations, interactions, invites } from '@goodword/db/schema';
import type { InteractionKind } from '@goodword/db/vocabulary';
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';

export type InviteRow = typeof invites.$inferSelect;

/** False when this friend already counts in the program. */
export async function insertInvite(tx: Tx, row: typeof invites.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(invites)
    .values(row)
    .onConflictDoNothing({ target: [invites.programId, invites.friendClientId] })
    .returning({ id: invites.id });
  return rows.length === 1;
}

export async function getInvite(tx: Tx, id: string): Promise<InviteRow | undefined> {
  const [row] = await tx.select().from(invites).where(eq(invites.id, id));
  return row;
}

export async function lockInvite(tx: Tx, id: string): Promise<InviteRow | undefined> {
  const [row] = await tx.select().from(invites).where(eq(invites.id, id)).for('update');
  return row;
}

export async function findPendingInvite(
  tx: Tx,
  key: { linkId: string; friendHash: string },
): Promise<InviteRow | undefined> {
  const [row] = await tx
    .select()
    .from(invites)
    .where(
      and(
        eq(invites.linkId, key.linkId),
        eq(invites.friendHash, key.friendHash),
        eq(invites.status, 'pending'),
      ),
    );
  return row;
}

/** The oldest friend of a link noted without an address and not past their time: of two who take one, each gets another. */
export async function lockNotedInvite(
  tx: Tx,
  key: { linkId: string; now: Date },
): Promise<InviteRow | undefined> {
  const [row] = await tx
    .select()
    .from(invites)
    .where(
      and(
        eq(invites.linkId, key.linkId),
        isNull(invites.friendHash),
        eq(invites.status, 'pending'),
        gt(invites.expiresAt, key.now),
      ),
    )
    .orderBy(asc(invites.createdAt), asc(invites.id))
    .limit(1)
    .for('update');
  return row;
}

export async function isFriendCounted(
  tx: Tx,
  key: { programId: string; friendClientId: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: invites.id })
    .from(invites)
    .where(and(eq(invites.programId, key.programId), eq(invites.friendClientId, key.friendClientId)));
  return rows.length > 0;
}

/**
 * Invites of a patient that take a place under the program's limit: open ones, and everybody who joined. Were a place
 * to become free when a friend is disqualified, the number would tell of that friend's care.
 */
export async function countLiveInvites(
  tx: Tx,
  key: { clientId: string; programId: string },
): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(invites)
    .where(and(eq(invites.clientId, key.clientId), eq(invites.programId, key.programId), takesPlace()));
  return row?.n ?? 0;
}

function takesPlace() {
  return or(eq(invites.status, 'pending'), isNotNull(invites.registeredAt));
}

/** Whether a patient invited this address and it was answered, or still can be. */
export async function wasInvited(
  tx: Tx,
  key: { clientId: string; programId: string; friendHash: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: invites.id })
    .from(invites)
    .where(
      and(
        eq(invites.clientId, key.clientId),
        eq(invites.programId, key.programId),
        eq(invites.friendHash, key.friendHash),
        takesPlace(),
      ),
    );
  return rows.length > 0;
}

export async function listRegisteredInvites(tx: Tx, friendClientId: string): Promise<InviteRow[]> {
  return tx
    .select()
    .from(invites)
    .where(and(eq(invites.friendClientId, friendClientId), eq(invites.status, 'registered')))
    .orderBy(invites.id);
}

/** Converted invites of a referrer in a program, oldest first. */
export async function listConvertedInvites(
  tx: Tx,
  key: { clientId: string; programId: string },
): Promise<string[]> {
  const rows = await tx
    .select({ id: invites.id })
    .from(invites)
    .where(
      and(
        eq(invites.clientId, key.clientId),
        eq(invites.programId, key.programId),
        eq(invites.status, 'converted'),
      ),
    )
    .orderBy(asc(invites.convertedAt), asc(invites.id));
  return rows.map((row) => row.id);
}

export async function listInvitesPastExpiry(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: invites.id })
    .from(invites)
    .where(and(inArray(invites.status, ['pending', 'registered']), lte(invites.expiresAt, now)))
    .orderBy(invites.expiresAt)
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Locks people in one order, so that two events about the same people wait for each other and never deadlock. */
export async function lockClients(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .select({ id: clients.id })
    .from(clients)
    .where(inArray(clients.id, [...ids]))
    .orderBy(clients.id)
    .for('update');
}

export async function getClient(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; emailNormalised: string | null } | undefined> {
  const [row] = await tx
    .select({ id: clients.id, name: clients.name, emailNormalised: clients.emailNormalised })
    .from(clients)
    .where(eq(clients.id, id));
  return row;
}

/** Whether this person was in care here before. */
export async function hasConsultations(tx: Tx, clientId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.clientId, clientId))
    .limit(1);
  return rows.length > 0;
}

export async function hasVerifiedPatient(tx: Tx, emailNormalised: string): Promise<boolean> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        eq(accounts.audience, 'patient'),
        eq(accounts.emailNormalised, emailNormalised),
        isNotNull(accounts.emailVerifiedAt),
      ),
    );
  return rows.length > 0;
}

export async function insertInteraction(
  tx: Tx,
  row: {
    kind: InteractionKind;
    linkId: string;
    inviteId: string;
    /** Owner of the link. */
    clientId: string;
    occurredAt: Date;
  },
): Promise<void> {
  await tx.insert(interactions).values(row);
}

export async function countClicks(tx: Tx, linkIds: readonly string[]): Promise<Map<string, number>> {
  if (linkIds.length === 0) return new Map();
  const rows = await tx
    .select({ linkId: interactions.linkId, n: count() })
    .from(interactions)
    .where(and(inArray(interactions.linkId, [...linkIds]), eq(interactions.kind, 'click')))
    .groupBy(interactions.linkId);
  return new Map(rows.map((row) => [row.linkId, row.n]));
}

export async function countByProgram(
  tx: Tx,
  clientId: string,
): Promise<Map<string, { invited: number; joined: number; live: number }>> {
  const rows = await tx
    .select({
      programId: invites.programId,
      invited: count(),
      joined: count(invites.registeredAt),
      live: sql<number>`count(*) filter (where ${takesPlace()})`.mapWith(Number),
    })
    .from(invites)
    .where(eq(invites.clientId, clientId))
    .groupBy(invites.programId);
  return new Map(rows.map((row) => [row.programId, row]));
}
