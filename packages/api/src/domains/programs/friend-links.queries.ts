import type { Tx } from '@goodword/db';
import { accounts, clients, programs, shareLinks } from '@goodword/db/schema';
import { and, eq, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import type { ProgramRow } from './programs.queries.ts';

export type FriendLinkRow = typeof shareLinks.$inferSelect;

export interface FriendLink {
  link: FriendLinkRow & { clientId: string };
  program: ProgramRow;
  referrerName: string;
}

async function findLink(tx: Tx, where: ReturnType<typeof eq>): Promise<FriendLink | undefined> {
  const [row] = await tx
    .select({ link: shareLinks, program: programs, referrerName: clients.name })
    .from(shareLinks)
    .innerJoin(programs, eq(programs.id, shareLinks.programId))
    .innerJoin(clients, eq(clients.id, shareLinks.clientId))
    .where(and(where, isNull(shareLinks.revokedAt)));
  return row?.link.clientId ? { ...row, link: { ...row.link, clientId: row.link.clientId } } : undefined;
}

/** A patient's link by the code a friend holds. Undefined for a partner's link too. */
export function findFriendLink(tx: Tx, code: string): Promise<FriendLink | undefined> {
  return findLink(tx, eq(shareLinks.code, code));
}

export function getFriendLink(tx: Tx, id: string): Promise<FriendLink | undefined> {
  return findLink(tx, eq(shareLinks.id, id));
}

export async function listFriendLinks(tx: Tx, clientId: string): Promise<FriendLinkRow[]> {
  return tx
    .select()
    .from(shareLinks)
    .where(and(eq(shareLinks.clientId, clientId), isNotNull(shareLinks.programId)));
}

/** Does nothing for a patient who has a link of the program already. */
export async function insertFriendLinks(
  tx: Tx,
  rows: readonly (typeof shareLinks.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(shareLinks)
    .values([...rows])
    .onConflictDoNothing({ target: [shareLinks.clientId, shareLinks.programId] });
}

/** Verified patients who have no link of this program yet. */
export async function listPatientsWithoutLink(tx: Tx, programId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ clientId: accounts.clientId })
    .from(accounts)
    .where(
      and(
        eq(accounts.audience, 'patient'),
        isNotNull(accounts.emailVerifiedAt),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(shareLinks)
            .where(and(eq(shareLinks.clientId, accounts.clientId), eq(shareLinks.programId, programId))),
        ),
      ),
    )
    .orderBy(accounts.id)
    .limit(limit);
  return rows.flatMap((row) => (row.clientId ? [row.clientId] : []));
}
