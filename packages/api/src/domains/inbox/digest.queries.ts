import type { Tx } from '@goodword/db';
import { accounts, digestChoices, digests, notifications } from '@goodword/db/schema';
import type { DigestRhythm } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { NotificationRow } from './inbox.queries.ts';

const waiting = and(
  isNull(notifications.readAt),
  eq(notifications.inDigest, true),
  isNull(notifications.digest),
);

/** Whom a digest of this rhythm would tell something; each with its place. */
export async function listWithUnread(
  tx: Tx,
  filter: { rhythm: DigestRhythm; isDefault: boolean; until: Date },
): Promise<{ accountId: string; partnerId: string | null; clientId: string | null }[]> {
  const rhythm = sql`coalesce(${digestChoices.rhythm}, ${filter.isDefault ? filter.rhythm : 'never'})`;
  return tx
    .selectDistinct({
      accountId: notifications.accountId,
      partnerId: notifications.partnerId,
      clientId: notifications.clientId,
    })
    .from(notifications)
    .innerJoin(accounts, eq(accounts.id, notifications.accountId))
    .leftJoin(digestChoices, eq(digestChoices.accountId, notifications.accountId))
    .where(
      and(
        waiting,
        lt(notifications.createdAt, filter.until),
        isNull(accounts.disabledAt),
        sql`${rhythm} = ${filter.rhythm}`,
      ),
    )
    .orderBy(asc(notifications.accountId));
}

/** Begins the digest of a period: of several at once one gets it, and nobody gets it again. */
export async function beginDigest(tx: Tx, row: typeof digests.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(digests)
    .values(row)
    .onConflictDoNothing()
    .returning({ accountId: digests.accountId });
  return rows.length === 1;
}

/** Puts what is unread into a digest; returns how much that is. */
export async function gatherDigest(
  tx: Tx,
  digest: { accountId: string; period: string; until: Date },
): Promise<number> {
  const rows = await tx
    .update(notifications)
    .set({ digest: digest.period })
    .where(
      and(eq(notifications.accountId, digest.accountId), waiting, lt(notifications.createdAt, digest.until)),
    )
    .returning({ id: notifications.id });
  return rows.length;
}

/** What stands in a digest and is still unread, newest first. */
export async function listDigest(
  tx: Tx,
  { accountId, period }: { accountId: string; period: string },
): Promise<NotificationRow[]> {
  return tx
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.digest, period),
        eq(notifications.accountId, accountId),
        isNull(notifications.readAt),
      ),
    )
    .orderBy(desc(notifications.occurredAt), desc(notifications.id));
}
