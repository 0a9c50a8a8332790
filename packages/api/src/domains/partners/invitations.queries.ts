import type { Tx } from '@goodword/db';
import { accounts, partners, tokens } from '@goodword/db/schema';
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';

/** Partners for which nobody signs in yet, with who asked and the newest link. */
export async function listOpenInvitations(tx: Tx) {
  const newest = tx
    .selectDistinctOn([tokens.subjectId], {
      subjectId: tokens.subjectId,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      usedAt: tokens.usedAt,
    })
    .from(tokens)
    .where(eq(tokens.purpose, 'accept_invitation'))
    .orderBy(tokens.subjectId, desc(tokens.createdAt), desc(tokens.id))
    .as('newest');
  return tx
    .select({
      partnerId: partners.id,
      name: partners.name,
      status: partners.status,
      email: partners.email,
      invitedByName: accounts.name,
      since: partners.createdAt,
      revokedAt: partners.invitationRevokedAt,
      sentAt: newest.createdAt,
      expiresAt: newest.expiresAt,
      usedAt: newest.usedAt,
    })
    .from(partners)
    .leftJoin(newest, eq(newest.subjectId, partners.id))
    .leftJoin(accounts, eq(accounts.id, partners.invitedBy))
    .where(
      and(
        inArray(partners.status, ['invited', 'approved']),
        isNotNull(partners.email),
        sql`not exists (select from accounts member where member.partner_id = ${partners.id})`,
      ),
    )
    .orderBy(desc(partners.createdAt), desc(partners.id))
    .limit(MOST_SHOWN);
}

/** More open ones than this nobody follows up by hand; the partner list finds the rest by status. */
const MOST_SHOWN = 200;
