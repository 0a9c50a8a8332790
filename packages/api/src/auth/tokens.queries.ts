import type { Tx } from '@goodword/db';
import { tokens } from '@goodword/db/schema';
import type { TokenPurpose } from '@goodword/db/vocabulary';
import { and, eq, gt, isNull } from 'drizzle-orm';

export type TokenRow = typeof tokens.$inferSelect;

export async function insertToken(tx: Tx, row: typeof tokens.$inferInsert): Promise<void> {
  await tx.insert(tokens).values(row);
}

export async function expireTokensOf(
  tx: Tx,
  subject: { purpose: TokenPurpose; subjectId: string },
  now: Date,
): Promise<void> {
  await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(tokens.purpose, subject.purpose),
        eq(tokens.subjectId, subject.subjectId),
        isNull(tokens.usedAt),
      ),
    );
}

/** Ends links that are good for more than one use, whatever each is about. */
export async function endTokensOfClient(
  tx: Tx,
  client: { purpose: TokenPurpose; clientId: string },
  now: Date,
): Promise<void> {
  await tx
    .update(tokens)
    .set({ expiresAt: now })
    .where(
      and(
        eq(tokens.purpose, client.purpose),
        eq(tokens.clientId, client.clientId),
        gt(tokens.expiresAt, now),
      ),
    );
}

export async function findToken(tx: Tx, purpose: TokenPurpose, hash: string): Promise<TokenRow | undefined> {
  const [row] = await tx
    .select()
    .from(tokens)
    .where(and(eq(tokens.purpose, purpose), eq(tokens.hash, hash)));
  return row;
}

export async function useToken(
  tx: Tx,
  purpose: TokenPurpose,
  hash: string,
  now: Date,
): Promise<TokenRow | undefined> {
  const [row] = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(tokens.purpose, purpose),
        eq(tokens.hash, hash),
        isNull(tokens.usedAt),
        gt(tokens.expiresAt, now),
      ),
    )
    .returning();
  return row;
}
