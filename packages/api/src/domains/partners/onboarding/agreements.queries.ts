import type { Tx } from '@goodword/db';
import { agreementAcceptances, agreements } from '@goodword/db/schema';
import { and, desc, eq, lte } from 'drizzle-orm';
import { invariant } from '../../../shared/errors.ts';

export type AgreementRow = typeof agreements.$inferSelect;

/** The version in force. */
export async function currentAgreement(tx: Tx, now: Date): Promise<AgreementRow> {
  const [row] = await tx
    .select()
    .from(agreements)
    .where(lte(agreements.publishedAt, now))
    .orderBy(desc(agreements.version))
    .limit(1);
  invariant(row, 'the first agreement is published with the installation');
  return row;
}

export async function findAcceptance(
  tx: Tx,
  key: { partnerId: string; agreementId: string },
): Promise<typeof agreementAcceptances.$inferSelect | undefined> {
  const [row] = await tx
    .select()
    .from(agreementAcceptances)
    .where(
      and(
        eq(agreementAcceptances.partnerId, key.partnerId),
        eq(agreementAcceptances.agreementId, key.agreementId),
      ),
    );
  return row;
}

/** A version is accepted once; the first acceptance stays. */
export async function insertAcceptance(
  tx: Tx,
  row: typeof agreementAcceptances.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(agreementAcceptances)
    .values(row)
    .onConflictDoNothing()
    .returning({ agreementId: agreementAcceptances.agreementId });
  return rows.length === 1;
}
