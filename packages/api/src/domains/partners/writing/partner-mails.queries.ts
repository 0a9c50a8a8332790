import type { Tx } from '@goodword/db';
import { accounts, partnerMailRecipients, partnerMails } from '@goodword/db/schema';
import { and, eq, gt, ne } from 'drizzle-orm';

export type PartnerMailRow = typeof partnerMails.$inferSelect;

/** Keeps the text; the one that is kept already when the key is known. */
export async function keepPartnerMail(tx: Tx, row: PartnerMailRow): Promise<PartnerMailRow | undefined> {
  await tx.insert(partnerMails).values(row).onConflictDoNothing({ target: partnerMails.key });
  const [kept] = await tx.select().from(partnerMails).where(eq(partnerMails.key, row.key));
  return kept;
}

export async function findPartnerMail(tx: Tx, id: string) {
  const [row] = await tx
    .select({ mail: partnerMails, writerName: accounts.name })
    .from(partnerMails)
    .leftJoin(accounts, eq(accounts.id, partnerMails.writtenBy))
    .where(eq(partnerMails.id, id));
  return row;
}

export async function isRecipient(tx: Tx, key: { mailId: string; partnerId: string }): Promise<boolean> {
  const rows = await tx
    .select({ partnerId: partnerMailRecipients.partnerId })
    .from(partnerMailRecipients)
    .where(
      and(eq(partnerMailRecipients.mailId, key.mailId), eq(partnerMailRecipients.partnerId, key.partnerId)),
    );
  return rows.length > 0;
}

/** Whether the partner got the same text in another mail since then. */
export async function gotSameText(
  tx: Tx,
  { mail, partnerId, since }: { mail: PartnerMailRow; partnerId: string; since: Date },
): Promise<boolean> {
  const rows = await tx
    .select({ mailId: partnerMailRecipients.mailId })
    .from(partnerMailRecipients)
    .innerJoin(partnerMails, eq(partnerMails.id, partnerMailRecipients.mailId))
    .where(
      and(
        eq(partnerMailRecipients.partnerId, partnerId),
        gt(partnerMailRecipients.createdAt, since),
        eq(partnerMails.textHash, mail.textHash),
        ne(partnerMails.id, mail.id),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** False when this address is among the recipients already. */
export async function insertRecipient(
  tx: Tx,
  row: typeof partnerMailRecipients.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(partnerMailRecipients)
    .values(row)
    .onConflictDoNothing()
    .returning({ partnerId: partnerMailRecipients.partnerId });
  return rows.length === 1;
}
