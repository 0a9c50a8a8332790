import type { Tx } from '@goodword/db';
import { partners } from '@goodword/db/schema';
import { and, eq } from 'drizzle-orm';

type PartnerRow = typeof partners.$inferSelect;

/** The partner an earlier run made from the same row; locked, so that two runs follow each other. */
export async function findImported(
  tx: Tx,
  key: { source: string; externalId: string },
): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.source, key.source), eq(partners.externalId, key.externalId)))
    .for('update');
  return row;
}

export async function findByEmail(tx: Tx, emailNormalised: string): Promise<PartnerRow[]> {
  return tx.select().from(partners).where(eq(partners.emailNormalised, emailNormalised)).limit(2);
}
