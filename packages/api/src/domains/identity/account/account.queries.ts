import type { Tx } from '@goodword/db';
import { auditEntries, recoveryCodes } from '@goodword/db/schema';
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
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
