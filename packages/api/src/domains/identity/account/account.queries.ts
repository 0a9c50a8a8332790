import type { Tx } from '@goodword/db';
import { auditEntries, passkeys, recoveryCodes } from '@goodword/db/schema';
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { accountActions } from './account.schema.ts';

/** What happened to an account, newest first. */
export async function listAccountHistory(tx: Tx, accountId: string, limit: number) {
  return tx
    .select({ id: auditEntries.id, at: auditEntries.occurredAt, action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, accountId), inArray(auditEntries.action, [...accountActions])))
    .orderBy(desc(auditEntries.seq))
    .limit(limit);
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** New codes take the place of all earlier ones. */
export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  rows: { codeHash: string; createdAt: Date }[],
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  if (rows.length > 0) await tx.insert(recoveryCodes).values(rows.map((row) => ({ ...row, accountId })));
}

/** Uses a code up: of several at once exactly one wins. */
export async function claimRecoveryCode(
  tx: Tx,
  code: { accountId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: code.now })
    .where(
      and(
        eq(recoveryCodes.accountId, code.accountId),
        eq(recoveryCodes.codeHash, code.codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ accountId: recoveryCodes.accountId });
  return rows.length === 1;
}

export type PasskeyRow = typeof passkeys.$inferSelect;

export async function listPasskeys(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
  return tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

export async function insertPasskey(tx: Tx, row: typeof passkeys.$inferInsert): Promise<void> {
  await tx.insert(passkeys).values(row);
}

/** False when the account has no such passkey. */
export async function deletePasskey(tx: Tx, key: { id: string; accountId: string }): Promise<boolean> {
  const rows = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, key.id), eq(passkeys.accountId, key.accountId)))
    .returning({ id: passkeys.id });
  return rows.length === 1;
}

export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.accountId, accountId));
}

export async function notePasskeyUse(
  tx: Tx,
  id: string,
  set: { counter: number; lastUsedAt: Date },
): Promise<void> {
  await tx.update(passkeys).set(set).where(eq(passkeys.id, id));
}
