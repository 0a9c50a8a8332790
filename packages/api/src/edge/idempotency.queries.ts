import type { Tx } from '@goodword/db';
import { idempotencyKeys } from '@goodword/db/schema';
import { and, eq, lt, sql } from 'drizzle-orm';

export interface IdempotencyKey {
  apiKeyId: string;
  key: string;
}

export interface StoredAnswer {
  requestHash: string;
  responseStatus: number | null;
  responseBody: string | null;
}

/** How long a call waits here for an earlier one with the same key. */
export async function limitWaiting(tx: Tx, ms: number): Promise<void> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(ms)}, true)`);
}

/** Takes a key, or waits for whoever holds it and answers false. */
export async function claimKey(
  tx: Tx,
  key: IdempotencyKey & { requestHash: string; now: Date },
): Promise<boolean> {
  const { now, ...row } = key;
  const rows = await tx
    .insert(idempotencyKeys)
    .values({ ...row, createdAt: now, lockedUntil: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return rows.length === 1;
}

export async function readAnswer(tx: Tx, key: IdempotencyKey): Promise<StoredAnswer | undefined> {
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.apiKeyId, key.apiKeyId), eq(idempotencyKeys.key, key.key)));
  return row;
}

export async function storeAnswer(
  tx: Tx,
  key: IdempotencyKey,
  answer: { responseStatus: number; responseBody: string },
): Promise<void> {
  await tx
    .update(idempotencyKeys)
    .set(answer)
    .where(and(eq(idempotencyKeys.apiKeyId, key.apiKeyId), eq(idempotencyKeys.key, key.key)));
}

export async function deleteAnswersBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}
