import type { Tx } from '@goodword/db';
import {
  applications,
  credentials,
  credentialWarnings,
  documents,
  engagements,
  messages,
  partners,
  teamInvitations,
  tokens,
} from '@goodword/db/schema';
import { eq, sql } from 'drizzle-orm';

/** What hangs on a partner besides its own profile, by table; empty when it was never used. One rule, in the database. */
export async function usesOfPartner(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.execute<{ use: string }>(sql`select partner_uses(${id}) as use order by 1`);
  return rows.map(({ use }) => use);
}

/** The profile and what belongs to it alone, the letters to it included: they hold its address. */
export async function deletePartnerRows(tx: Tx, id: string): Promise<void> {
  await tx.delete(tokens).where(eq(tokens.partnerId, id));
  await tx.delete(messages).where(eq(messages.subjectId, id));
  await tx.delete(documents).where(eq(documents.partnerId, id));
  await tx.delete(applications).where(eq(applications.partnerId, id));
  await tx.delete(teamInvitations).where(eq(teamInvitations.partnerId, id));
  await tx.delete(credentialWarnings).where(eq(credentialWarnings.partnerId, id));
  await tx.delete(credentials).where(eq(credentials.partnerId, id));
  await tx.delete(engagements).where(eq(engagements.partnerId, id));
  await tx.delete(partners).where(eq(partners.id, id));
}
