import type { Tx } from '@goodword/db';
import { accounts, organisation, partners, sessions } from '@goodword/db/schema';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import { notFound } from '../shared/errors.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** Whether a password alone does not open the account. */
export function hasSecondFactor(account: Pick<AccountRow, 'totpEnabledAt' | 'passkeysSince'>): boolean {
  return account.totpEnabledAt !== null || account.passkeysSince !== null;
}

/** What ends an enrolment that was begun and never finished: whoever began it knows its secret. */
export function withoutUnfinishedTotp(account: AccountRow): Partial<AccountRow> {
  return account.totpEnabledAt ? {} : { totpSecretEncrypted: null };
}

export async function findAccount(
  tx: Tx,
  key: { audience: AccountAudience; emailNormalised: string },
): Promise<AccountRow | undefined> {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.audience, key.audience), eq(accounts.emailNormalised, key.emailNormalised)));
  return row;
}

export async function getAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

/** The account as it stays until the transaction ends: a change of its password waits. */
export async function holdAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('share');
  return row;
}

/** The account, for changing it: others who want to change it wait. */
export async function lockAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update');
  return row;
}

export async function insertAccount(tx: Tx, row: typeof accounts.$inferInsert): Promise<void> {
  await tx.insert(accounts).values(row);
}

export async function updateAccount(
  tx: Tx,
  id: string,
  set: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await tx.update(accounts).set(set).where(eq(accounts.id, id));
}

/** Takes a TOTP step once: false when this or a later step was used before. */
export async function claimTotpStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const rows = await tx
    .update(accounts)
    .set({ totpLastStep: step })
    .where(and(eq(accounts.id, id), or(isNull(accounts.totpLastStep), lt(accounts.totpLastStep, step))))
    .returning({ id: accounts.id });
  return rows.length === 1;
}

export async function getOrganisation(tx: Tx): Promise<typeof organisation.$inferSelect | undefined> {
  const [row] = await tx.select().from(organisation);
  return row;
}

export async function partnerStatus(tx: Tx, partnerId: string): Promise<string | undefined> {
  const [row] = await tx.select({ status: partners.status }).from(partners).where(eq(partners.id, partnerId));
  return row?.status;
}

export type SessionRow = typeof sessions.$inferSelect;

export async function getSessionWithAccount(
  tx: Tx,
  idHash: string,
): Promise<{ session: SessionRow; account: AccountRow } | undefined> {
  const [row] = await tx
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.idHash, idHash));
  return row;
}

export async function listSessions(tx: Tx, accountId: string): Promise<SessionRow[]> {
  return tx.select().from(sessions).where(eq(sessions.accountId, accountId));
}

/** Sessions that still open something, the last used first. */
export async function listOpenSessions(tx: Tx, accountId: string, now: Date): Promise<SessionRow[]> {
  return tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)))
    .orderBy(desc(sessions.lastUsedAt));
}

/** False when the account has no such session. */
export async function deleteSessionOf(
  tx: Tx,
  key: { accountId: string; publicId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, key.accountId), eq(sessions.publicId, key.publicId)))
    .returning({ publicId: sessions.publicId });
  return rows.length === 1;
}

/** Remembers what a passkey has to sign in this session; an earlier challenge ends. */
export async function setChallenge(
  tx: Tx,
  publicId: string,
  set: { challenge: string; challengeEndsAt: Date },
): Promise<void> {
  await tx.update(sessions).set(set).where(eq(sessions.publicId, publicId));
}

/** Takes the challenge of a session once: of two at once one gets it. */
export async function takeChallenge(tx: Tx, publicId: string, now: Date): Promise<string | undefined> {
  const [row] = await tx
    .select({ challenge: sessions.challenge })
    .from(sessions)
    .where(and(eq(sessions.publicId, publicId), gt(sessions.challengeEndsAt, now)))
    .for('update');
  await tx
    .update(sessions)
    .set({ challenge: null, challengeEndsAt: null })
    .where(eq(sessions.publicId, publicId));
  return row?.challenge ?? undefined;
}

export async function insertSession(tx: Tx, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

export async function updateSession(tx: Tx, idHash: string, set: Partial<SessionRow>): Promise<void> {
  await tx.update(sessions).set(set).where(eq(sessions.idHash, idHash));
}

export async function deleteSession(tx: Tx, idHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.idHash, idHash));
}

export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.accountId, accountId));
}

/** Ends every session of a partner's people: suspension and termination act at once. */
export async function deleteSessionsOfPartner(tx: Tx, partnerId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.partnerId, partnerId));
}

export async function deleteExpiredSessions(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)));
}

/** Staff who can sign in or could again; with none the installation is not set up. */
export async function countStaff(tx: Tx): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(accounts).where(eq(accounts.audience, 'staff'));
  return row?.n ?? 0;
}

/** Staff who look after leads and partners, by name: auditors and finance do not. */
export async function listCaretakers(tx: Tx, id?: string) {
  return tx
    .select({ id: accounts.id, name: accounts.name, role: accounts.staffRole })
    .from(accounts)
    .where(
      and(
        eq(accounts.audience, 'staff'),
        isNull(accounts.disabledAt),
        inArray(accounts.staffRole, ['admin', 'manager', 'coordinator']),
        id ? eq(accounts.id, id) : undefined,
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id));
}

/** @throws `not_found` when this person does not look after anything, or has left */
export async function requireCaretaker(tx: Tx, id: string): Promise<void> {
  if ((await listCaretakers(tx, id)).length === 0) throw notFound('person');
}
