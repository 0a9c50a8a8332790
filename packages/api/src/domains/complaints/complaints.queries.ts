import type { Tx } from '@goodword/db';
import { accounts, complaints, leadShares, leads, partnerReferrals, partners } from '@goodword/db/schema';
import type { ComplaintStatus } from '@goodword/db/vocabulary';
import { and, count, desc, eq, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { behind } from '../../platform/keyset.queries.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';

export { complaints as complaintTable };

export async function partnerExists(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, id));
  return rows.length > 0;
}

export async function insertComplaint(tx: Tx, row: typeof complaints.$inferInsert): Promise<void> {
  await tx.insert(complaints).values(row);
}

export async function findComplaint(tx: Tx, id: string) {
  const [row] = await tx.select().from(complaints).where(eq(complaints.id, id));
  return row;
}

/** The lead, if it was shared with this partner or came from it. */
export async function leadOfPartner(tx: Tx, key: { leadId: string; partnerId: string }) {
  const [row] = await tx
    .select({ id: leads.id, clientId: leads.clientId })
    .from(leads)
    .leftJoin(leadShares, and(eq(leadShares.leadId, leads.id), eq(leadShares.partnerId, key.partnerId)))
    .leftJoin(
      partnerReferrals,
      and(eq(partnerReferrals.id, leads.partnerReferralId), eq(partnerReferrals.partnerId, key.partnerId)),
    )
    .where(
      and(
        eq(leads.id, key.leadId),
        or(eq(leadShares.partnerId, key.partnerId), eq(partnerReferrals.partnerId, key.partnerId)),
      ),
    )
    .limit(1);
  return row;
}

/** The newest leads that were shared with the partner. */
export async function leadsSharedWith(tx: Tx, partnerId: string, limit: number) {
  return tx
    .select({ id: leadShares.leadId, sentAt: leadShares.sentAt })
    .from(leadShares)
    .where(eq(leadShares.partnerId, partnerId))
    .orderBy(desc(leadShares.sentAt), desc(leadShares.id))
    .limit(limit);
}

export interface ComplaintFilter {
  partnerId?: string;
  status?: ComplaintStatus;
  cursor?: string | null;
  limit: number;
}

/** The newest first. */
export async function listComplaints(tx: Tx, filter: ComplaintFilter) {
  const recorder = alias(accounts, 'recorder');
  const resolver = alias(accounts, 'resolver');
  const rows = await tx
    .select({
      complaint: complaints,
      partnerName: partners.name,
      recordedByName: recorder.name,
      resolvedByName: resolver.name,
    })
    .from(complaints)
    .innerJoin(partners, eq(partners.id, complaints.partnerId))
    .leftJoin(recorder, eq(recorder.id, complaints.recordedBy))
    .leftJoin(resolver, eq(resolver.id, complaints.resolvedBy))
    .where(
      and(
        filter.partnerId ? eq(complaints.partnerId, filter.partnerId) : undefined,
        filter.status ? eq(complaints.status, filter.status) : undefined,
        behind({ at: complaints.receivedAt, id: complaints.id }, decodeCursor(filter.cursor), 'desc'),
      ),
    )
    .orderBy(desc(complaints.receivedAt), desc(complaints.id))
    .limit(filter.limit + 1);
  return toPage(
    rows.map(({ complaint, ...names }) => ({ ...complaint, ...names })),
    filter.limit,
    (row) => ({ value: row.receivedAt.toISOString(), id: row.id }),
  );
}

/** Complaints that nobody has resolved, about one partner or all. */
export async function countOpenComplaints(tx: Tx, partnerId?: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(complaints)
    .where(and(eq(complaints.status, 'open'), partnerId ? eq(complaints.partnerId, partnerId) : undefined));
  return row?.n ?? 0;
}
