import type { Tx } from '@goodword/db';
import { clientGroups, clients, groupMembers } from '@goodword/db/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';

export async function listGroupsOf(tx: Tx, clientId: string) {
  return tx
    .select()
    .from(clientGroups)
    .where(eq(clientGroups.ownerClientId, clientId))
    .orderBy(asc(clientGroups.createdAt), asc(clientGroups.id));
}

export async function findGroupOf(tx: Tx, key: { clientId: string; id: string }) {
  const [row] = await tx
    .select()
    .from(clientGroups)
    .where(and(eq(clientGroups.id, key.id), eq(clientGroups.ownerClientId, key.clientId)));
  return row;
}

/** Names of the members, in their order, by group. */
export async function membersOf(tx: Tx, groupIds: readonly string[]): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>(groupIds.map((id) => [id, []]));
  if (groupIds.length === 0) return members;
  const rows = await tx
    .select()
    .from(groupMembers)
    .where(inArray(groupMembers.groupId, [...groupIds]))
    .orderBy(asc(groupMembers.groupId), asc(groupMembers.position));
  for (const row of rows) members.get(row.groupId)?.push(row.displayName);
  return members;
}

export async function insertGroup(
  tx: Tx,
  group: typeof clientGroups.$inferInsert,
  members: (typeof groupMembers.$inferInsert)[],
): Promise<void> {
  await tx.insert(clientGroups).values(group);
  await tx.insert(groupMembers).values(members);
}

export async function clientName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: clients.name }).from(clients).where(eq(clients.id, id));
  return row?.name;
}
