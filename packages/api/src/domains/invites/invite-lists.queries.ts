import type { Tx } from '@goodword/db';
import { clients, invites, programs, rewards, shareLinks } from '@goodword/db/schema';
import type { InviteStatus } from '@goodword/db/vocabulary';
import { aliasedTable, and, desc, eq } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import type { InviteRow } from './invites.queries.ts';

const listOrder = { at: invites.createdAt, id: invites.id };

/** A patient's own invites with the program's name (null once the patient can no longer see the program). */
export async function listOwnInvites(
  tx: Tx,
  filter: { clientId: string; id?: string; programId?: string; after: Keyset | null; limit: number },
): Promise<{ invite: InviteRow; programName: string | null; code: string | null }[]> {
  return tx
    .select({ invite: invites, programName: programs.name, code: shareLinks.code })
    .from(invites)
    .leftJoin(programs, eq(programs.id, invites.programId))
    .leftJoin(shareLinks, eq(shareLinks.id, invites.linkId))
    .where(
      and(
        eq(invites.clientId, filter.clientId),
        filter.id ? eq(invites.id, filter.id) : undefined,
        filter.programId ? eq(invites.programId, filter.programId) : undefined,
        behind(listOrder, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(invites.createdAt), desc(invites.id))
    .limit(filter.limit);
}

const friends = aliasedTable(clients, 'friends');

/** Invites with the names staff need. */
export async function listInvites(
  tx: Tx,
  filter: {
    id?: string;
    status?: InviteStatus;
    programId?: string;
    clientId?: string;
    after: Keyset | null;
    limit: number;
  },
): Promise<
  { invite: InviteRow; programName: string; clientName: string; friendName: string | null; code: string }[]
> {
  return tx
    .select({
      invite: invites,
      programName: programs.name,
      clientName: clients.name,
      friendName: friends.name,
      code: shareLinks.code,
    })
    .from(invites)
    .innerJoin(programs, eq(programs.id, invites.programId))
    .innerJoin(shareLinks, eq(shareLinks.id, invites.linkId))
    .innerJoin(clients, eq(clients.id, invites.clientId))
    .leftJoin(friends, eq(friends.id, invites.friendClientId))
    .where(
      and(
        filter.id ? eq(invites.id, filter.id) : undefined,
        filter.status ? eq(invites.status, filter.status) : undefined,
        filter.programId ? eq(invites.programId, filter.programId) : undefined,
        filter.clientId ? eq(invites.clientId, filter.clientId) : undefined,
        behind(listOrder, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(invites.createdAt), desc(invites.id))
    .limit(filter.limit);
}

export type InviteRewardRow = typeof rewards.$inferSelect;

export async function listRewardsOfInvite(tx: Tx, inviteId: string): Promise<InviteRewardRow[]> {
  return tx
    .select()
    .from(rewards)
    .where(eq(rewards.inviteId, inviteId))
    .orderBy(rewards.createdAt, rewards.id);
}
