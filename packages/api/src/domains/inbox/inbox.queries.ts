import type { Tx } from '@goodword/db';
import { digestChoices, notificationChoices, notifications, outbox } from '@goodword/db/schema';
import type { DigestRhythm } from '@goodword/db/vocabulary';
import { and, count, desc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import type { Choice } from './inbox.ts';

export type NotificationRow = typeof notifications.$inferSelect;

/**
 * Stores what is new; returns the accounts that got something. A cause that was told before changes nothing, also when
 * it is delivered twice at once.
 */
export async function insertNotifications(
  tx: Tx,
  rows: (typeof notifications.$inferInsert)[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const inserted = await tx
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ accountId: notifications.accountId });
  return inserted.map(({ accountId }) => accountId);
}

/**
 * Says that the inbox of these people changed, so that their open pages follow. An event without an audit entry: it is
 * no change of the business, and the trail would tell who read what.
 */
export async function tellInboxChanged(
  tx: Tx,
  change: { accountIds: readonly string[]; occurredAt: Date; requestId: string },
): Promise<void> {
  const { accountIds, ...rest } = change;
  if (accountIds.length === 0) return;
  await tx
    .insert(outbox)
    .values(
      accountIds.map((accountId) => ({ type: 'inbox.changed', subjectId: accountId, payload: {}, ...rest })),
    );
}

/** What somebody has in the app, newest first. */
export async function listNotifications(
  tx: Tx,
  filter: { accountId: string; unreadOnly: boolean; after: Keyset | null; limit: number },
): Promise<NotificationRow[]> {
  return tx
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.accountId, filter.accountId),
        eq(notifications.inApp, true),
        filter.unreadOnly ? isNull(notifications.readAt) : undefined,
        behind({ at: notifications.occurredAt, id: notifications.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(notifications.occurredAt), desc(notifications.id))
    .limit(filter.limit);
}

export async function countUnread(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(notifications)
    .where(
      and(
        eq(notifications.accountId, accountId),
        eq(notifications.inApp, true),
        isNull(notifications.readAt),
      ),
    );
  return row?.n ?? 0;
}

export async function hasNotification(tx: Tx, key: { accountId: string; id: string }): Promise<boolean> {
  const rows = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.accountId, key.accountId), eq(notifications.id, key.id)));
  return rows.length === 1;
}

/** Marks one, or all up to a moment; returns how many were unread until now. */
export async function markRead(
  tx: Tx,
  which: { accountId: string; id?: string; upTo?: Date; readAt: Date },
): Promise<number> {
  const rows = await tx
    .update(notifications)
    .set({ readAt: which.readAt })
    .where(
      and(
        eq(notifications.accountId, which.accountId),
        which.id ? eq(notifications.id, which.id) : undefined,
        which.upTo ? lte(notifications.occurredAt, which.upTo) : undefined,
        isNull(notifications.readAt),
      ),
    )
    .returning({ id: notifications.id });
  return rows.length;
}

/** Makes unread again what was read at exactly this moment; returns how many that were. */
export async function markUnread(tx: Tx, which: { accountId: string; readAt: Date }): Promise<number> {
  const rows = await tx
    .update(notifications)
    .set({ readAt: null })
    .where(and(eq(notifications.accountId, which.accountId), eq(notifications.readAt, which.readAt)))
    .returning({ id: notifications.id });
  return rows.length;
}

/** What these people chose, by account. */
export async function choicesOf(tx: Tx, accountIds: readonly string[]): Promise<Map<string, Choice[]>> {
  const found = new Map<string, Choice[]>();
  if (accountIds.length === 0) return found;
  const rows = await tx
    .select()
    .from(notificationChoices)
    .where(inArray(notificationChoices.accountId, [...accountIds]));
  for (const { accountId, kind, channel, enabled } of rows) {
    found.set(accountId, [...(found.get(accountId) ?? []), { kind, channel, enabled }]);
  }
  return found;
}

export async function saveChoice(tx: Tx, row: typeof notificationChoices.$inferInsert): Promise<void> {
  const { enabled, changedAt } = row;
  await tx
    .insert(notificationChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [notificationChoices.accountId, notificationChoices.kind, notificationChoices.channel],
      set: { enabled, changedAt },
    });
}

/** Null when the person never chose. */
export async function rhythmOf(tx: Tx, accountId: string): Promise<DigestRhythm | null> {
  const [row] = await tx.select().from(digestChoices).where(eq(digestChoices.accountId, accountId));
  return row?.rhythm ?? null;
}

export async function saveRhythm(tx: Tx, row: typeof digestChoices.$inferInsert): Promise<void> {
  const { rhythm, changedAt } = row;
  await tx
    .insert(digestChoices)
    .values(row)
    .onConflictDoUpdate({ target: digestChoices.accountId, set: { rhythm, changedAt } });
}
