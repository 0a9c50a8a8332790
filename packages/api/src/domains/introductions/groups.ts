import type { z } from 'zod';
import { type Context, clientIdOf, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { invariant } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { clientName, insertGroup, listGroupsOf, membersOf } from './groups.queries.ts';
import type { myGroups } from './introductions.schema.ts';

/** A group of people who decide together, made by one of them, who is its first member. */
export async function createGroup(
  ctx: Context,
  input: { name: string; members: string[] },
): Promise<{ id: string }> {
  const now = ctx.clock.now();
  const ownerClientId = clientIdOf(ctx);
  const id = newId('group', now);
  return inScope(ctx, async (tx) => {
    const ownName = await clientName(tx, ownerClientId);
    invariant(ownName, 'a client sees its own name');
    await insertGroup(
      tx,
      { id, name: input.name, ownerClientId, createdAt: now },
      [ownName, ...input.members].map((displayName, position) => ({
        groupId: id,
        clientId: position === 0 ? ownerClientId : null,
        ownerClientId,
        displayName,
        position,
      })),
    );
    await recordChange(tx, ctx, {
      action: 'client_group.created',
      subjectType: 'client_group',
      subjectId: id,
      payload: { clientId: ownerClientId },
    });
    return { id };
  });
}

/** The groups of the client of the session, with the names of their members. */
export async function listMyGroups(ctx: Context): Promise<z.infer<typeof myGroups>> {
  return inScope(ctx, async (tx) => {
    const groups = await listGroupsOf(tx, clientIdOf(ctx));
    const members = await membersOf(
      tx,
      groups.map(({ id }) => id),
    );
    return groups.map(({ id, name, createdAt }) => ({
      id,
      name,
      members: members.get(id) ?? [],
      createdAt,
    }));
  });
}
