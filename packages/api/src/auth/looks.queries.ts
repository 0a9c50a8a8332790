import type { Tx } from '@goodword/db';
import { accounts, partnerLooks, partners, sessions } from '@goodword/db/schema';
import { and, eq, gt, inArray, isNotNull, isNull, lt, notExists } from 'drizzle-orm';
import type { AccountRow } from './accounts.queries.ts';

export type LookRow = typeof partnerLooks.$inferSelect;

/** Partners with a portal that somebody can look at. */
export const lookable = ['approved', 'active', 'inactive', 'suspended'] as const;

export interface OpenLook {
  look: LookRow;
  staff: AccountRow;
  partnerName: string;
}

/** A look hangs on all of these at each read: the session it was asked for in, the role, and the partnership. */
const hangsOn = (now: Date) => [
  isNull(partnerLooks.endedAt),
  isNull(accounts.disabledAt),
  eq(accounts.staffRole, 'admin'),
  gt(sessions.expiresAt, now),
  gt(sessions.endsAt, now),
  inArray(partners.status, [...lookable]),
];

const withAll = (tx: Tx) =>
  tx
    .select({ look: partnerLooks, staff: accounts, partnerName: partners.name })
    .from(partnerLooks)
    .innerJoin(accounts, eq(accounts.id, partnerLooks.staffId))
    .innerJoin(sessions, eq(sessions.publicId, partnerLooks.staffSession))
    .innerJoin(partners, eq(partners.id, partnerLooks.partnerId));

/** The look behind a cookie while it shows anything. */
export async function findOpenLook(tx: Tx, sessionHash: string, now: Date): Promise<OpenLook | undefined> {
  const [row] = await withAll(tx).where(
    and(eq(partnerLooks.sessionHash, sessionHash), gt(partnerLooks.endsAt, now), ...hangsOn(now)),
  );
  return row;
}

/** A look that was asked for and has not begun. */
export async function findAskedLook(tx: Tx, id: string, now: Date): Promise<OpenLook | undefined> {
  const [row] = await withAll(tx).where(
    and(eq(partnerLooks.id, id), isNull(partnerLooks.startedAt), ...hangsOn(now)),
  );
  return row;
}

/** Whoever looks is at work: the session that the look hangs on goes on too, within its own absolute limit. */
export async function prolongSession(tx: Tx, publicId: string, expiresAt: Date, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ expiresAt, lastUsedAt: now })
    .where(and(eq(sessions.publicId, publicId), lt(sessions.expiresAt, expiresAt)));
}

export async function insertLook(tx: Tx, row: typeof partnerLooks.$inferInsert): Promise<void> {
  await tx.insert(partnerLooks).values(row);
}

export async function beginLook(
  tx: Tx,
  id: string,
  set: { sessionHash: string; startedAt: Date; endsAt: Date },
): Promise<void> {
  await tx.update(partnerLooks).set(set).where(eq(partnerLooks.id, id));
}

/** Undefined when it had ended before: of two ends at once one counts. */
export async function endLook(
  tx: Tx,
  id: string,
  set: Required<Pick<LookRow, 'endedAt' | 'ended'>>,
): Promise<LookRow | undefined> {
  const [row] = await tx
    .update(partnerLooks)
    .set(set)
    .where(and(eq(partnerLooks.id, id), isNotNull(partnerLooks.startedAt), isNull(partnerLooks.endedAt)))
    .returning();
  return row;
}

/** Looks that show nothing any more and that nobody left. */
export async function listDeadLooks(tx: Tx, now: Date): Promise<LookRow[]> {
  const alive = tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(sessions, eq(sessions.publicId, partnerLooks.staffSession))
    .innerJoin(partners, eq(partners.id, partnerLooks.partnerId))
    .where(and(eq(accounts.id, partnerLooks.staffId), gt(partnerLooks.endsAt, now), ...hangsOn(now)));
  return tx
    .select()
    .from(partnerLooks)
    .where(and(isNotNull(partnerLooks.startedAt), isNull(partnerLooks.endedAt), notExists(alive)))
    .limit(100);
}
