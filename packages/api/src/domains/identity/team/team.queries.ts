import type { Tx } from '@goodword/db';
import { accounts, partners, teamInvitations } from '@goodword/db/schema';
import { and, asc, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { AccountRow } from '../../../auth/accounts.queries.ts';
import { notFound } from '../../../shared/errors.ts';

export type TeamInvitationRow = typeof teamInvitations.$inferSelect;

export async function listStaff(tx: Tx): Promise<AccountRow[]> {
  return tx
    .select()
    .from(accounts)
    .where(eq(accounts.audience, 'staff'))
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
}

/** Administrators who can sign in. Locked in one order: of two who demote each other one waits and sees the outcome. */
export async function lockActiveAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.audience, 'staff'), eq(accounts.staffRole, 'admin'), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.id))
    .for('update');
  return rows.map(({ id }) => id);
}

/** The same for the owners of a partner. */
export async function lockActiveOwners(tx: Tx, partnerId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(eq(accounts.partnerId, partnerId), eq(accounts.partnerRole, 'owner'), isNull(accounts.disabledAt)),
    )
    .orderBy(asc(accounts.id))
    .for('update');
  return rows.map(({ id }) => id);
}

export async function insertTeamInvitation(tx: Tx, row: typeof teamInvitations.$inferInsert): Promise<void> {
  await tx.insert(teamInvitations).values(row);
}

/** With the name of who asked; null when that account is gone or out of scope. */
export type WaitingInvitation = TeamInvitationRow & { invitedByName: string | null };

/** Those that were neither accepted nor revoked, expired ones too. */
export async function listWaitingInvitations(
  tx: Tx,
  team: { audience: 'staff' } | { audience: 'partner'; partnerId: string },
): Promise<WaitingInvitation[]> {
  return tx
    .select({ ...getTableColumns(teamInvitations), invitedByName: accounts.name })
    .from(teamInvitations)
    .leftJoin(accounts, eq(accounts.id, teamInvitations.invitedBy))
    .where(
      and(
        eq(teamInvitations.audience, team.audience),
        team.audience === 'partner' ? eq(teamInvitations.partnerId, team.partnerId) : undefined,
        isNull(teamInvitations.acceptedAt),
        isNull(teamInvitations.revokedAt),
      ),
    )
    .orderBy(desc(teamInvitations.createdAt), desc(teamInvitations.id));
}

/** Those of them that one person asked for, by id. */
export async function listWaitingInvitationsBy(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: teamInvitations.id })
    .from(teamInvitations)
    .where(
      and(
        eq(teamInvitations.invitedBy, accountId),
        isNull(teamInvitations.acceptedAt),
        isNull(teamInvitations.revokedAt),
      ),
    )
    .orderBy(asc(teamInvitations.id));
  return rows.map(({ id }) => id);
}

/** Locked: accepting and revoking it at once cannot both happen. */
export async function findTeamInvitation(tx: Tx, id: string): Promise<TeamInvitationRow | undefined> {
  const [row] = await tx.select().from(teamInvitations).where(eq(teamInvitations.id, id)).for('update');
  return row;
}

/** @throws `not_found` when it is missing, out of scope, or not waiting any more */
export async function requireWaitingInvitation(
  tx: Tx,
  key: { id: string; audience: 'staff' | 'partner' },
): Promise<TeamInvitationRow> {
  const row = await findTeamInvitation(tx, key.id);
  if (row?.audience !== key.audience || row.acceptedAt || row.revokedAt) throw notFound('invitation');
  return row;
}

export async function updateTeamInvitation(
  tx: Tx,
  id: string,
  set: Partial<TeamInvitationRow>,
): Promise<void> {
  await tx.update(teamInvitations).set(set).where(eq(teamInvitations.id, id));
}

export async function partnerNameOf(tx: Tx, partnerId: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId));
  return row?.name;
}
