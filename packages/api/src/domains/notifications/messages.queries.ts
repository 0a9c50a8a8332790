import type { Tx } from '@goodword/db';
import { messages, suppressions } from '@goodword/db/schema';
import { and, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

export type MessageRow = typeof messages.$inferSelect;

/** Null when a message with this dedupe key exists already. */
export async function insertMessage(tx: Tx, row: typeof messages.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(messages).values(row).onConflictDoNothing().returning({ id: messages.id });
  return rows.length === 1;
}

export async function findMessageByKey(tx: Tx, dedupeKey: string): Promise<MessageRow | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.dedupeKey, dedupeKey));
  return row;
}

export async function getMessage(tx: Tx, id: string): Promise<MessageRow | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id));
  return row;
}

const undelivered = ['queued', 'failed'] as const;

/** How a delivery ended. A message that was forgotten meanwhile stays so: what it held is not written back. */
export async function endDelivery(tx: Tx, id: string, set: Partial<MessageRow>): Promise<void> {
  await tx
    .update(messages)
    .set(set)
    .where(and(eq(messages.id, id), inArray(messages.status, [...undelivered])));
}

export async function listMessages(
  tx: Tx,
  filter: { status?: MessageRow['status']; search?: string; after: Keyset | null; limit: number },
): Promise<MessageRow[]> {
  return tx
    .select()
    .from(messages)
    .where(
      and(
        filter.status ? eq(messages.status, filter.status) : undefined,
        filter.search ? eq(messages.toAddress, filter.search) : undefined,
        behind({ at: messages.createdAt, id: messages.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(filter.limit);
}

export async function isSuppressed(tx: Tx, addressHash: string): Promise<boolean> {
  const rows = await tx.select().from(suppressions).where(eq(suppressions.addressHash, addressHash));
  return rows.length > 0;
}

export async function insertSuppression(tx: Tx, row: typeof suppressions.$inferInsert): Promise<void> {
  await tx.insert(suppressions).values(row).onConflictDoNothing();
}

/**
 * The messages about something hold data of people we say we delete: address and text go, and what waits to be sent is
 * not sent. That there was a message stays, so that none is sent again.
 */
export async function forgetMessagesAbout(tx: Tx, subjectId: string): Promise<void> {
  const waits = inArray(messages.status, [...undelivered]);
  await tx
    .update(messages)
    .set({
      toAddress: 'removed',
      html: '',
      body: '',
      unsubscribeUrl: null,
      error: sql`case when ${waits} then ${'What it tells was deleted before it left.'} else ${messages.error} end`,
      status: sql`case when ${waits} then 'suppressed' else ${messages.status} end`,
    })
    .where(eq(messages.subjectId, subjectId));
}

/** Forgets what was written about something that is forgotten itself. */
export async function deleteMessagesAbout(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await tx.delete(messages).where(inArray(messages.subjectId, [...subjectIds]));
}

/** The newest message to this address that contains a text, e.g. a link path. */
export async function findMessageTo(
  tx: Tx,
  address: string,
  containing: string,
): Promise<MessageRow | undefined> {
  const rows = await tx
    .select()
    .from(messages)
    .where(eq(messages.toAddress, address))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(20);
  return rows.find(({ html }) => html.includes(containing));
}

/** Takes a message for delivery until `until`; false while somebody else holds it or when it left already. */
export async function claimDelivery(
  tx: Tx,
  message: Pick<MessageRow, 'id' | 'attempts'>,
  { now, until }: { now: Date; until: Date },
): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set({ attempts: message.attempts + 1, heldUntil: until })
    .where(
      and(
        eq(messages.id, message.id),
        inArray(messages.status, [...undelivered]),
        or(isNull(messages.heldUntil), lte(messages.heldUntil, now)),
      ),
    )
    .returning({ id: messages.id });
  return rows.length === 1;
}
