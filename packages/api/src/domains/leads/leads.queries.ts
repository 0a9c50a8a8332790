import type { Tx } from '@goodword/db';
import {
  accounts,
  clients,
  deals,
  leadNotes,
  leadShares,
  leads,
  partnerReferrals,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import { type LeadStatus, openShareStatuses } from '@goodword/db/vocabulary';
import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import { sortName } from '../../shared/text.ts';

export { leads as leadTable } from '@goodword/db/schema';

export type LeadRow = typeof leads.$inferSelect;

export async function insertLead(tx: Tx, row: typeof leads.$inferInsert): Promise<void> {
  await tx.insert(leads).values(row);
}

export async function getLead(tx: Tx, id: string): Promise<LeadRow | undefined> {
  const [row] = await tx.select().from(leads).where(eq(leads.id, id));
  return row;
}

/** The lead, for changing it: others who want to change it wait. */
export async function lockLead(tx: Tx, id: string): Promise<LeadRow | undefined> {
  const [row] = await tx.select().from(leads).where(eq(leads.id, id)).for('update');
  return row;
}

export async function updateLead(tx: Tx, id: string, set: Partial<LeadRow>): Promise<void> {
  await tx.update(leads).set(set).where(eq(leads.id, id));
}

/** Gives everything that hangs on a lead to another client record of the same person. */
export async function moveLeadToClient(
  tx: Tx,
  move: { leadId: string; referralId: string; clientId: string },
): Promise<void> {
  const { clientId } = move;
  await tx.update(leads).set({ clientId }).where(eq(leads.id, move.leadId));
  await tx.update(leadShares).set({ clientId }).where(eq(leadShares.leadId, move.leadId));
  await tx.update(deals).set({ clientId }).where(eq(deals.leadId, move.leadId));
  await tx.update(partnerReferrals).set({ clientId }).where(eq(partnerReferrals.id, move.referralId));
}

export interface LeadFilter {
  status?: LeadStatus;
  search?: string;
  region?: string;
  assignedTo?: string;
  dir: 'asc' | 'desc';
  after: Keyset | null;
  limit: number;
}

/** One page of leads with what a row shows. */
export async function listLeadRows(tx: Tx, filter: LeadFilter) {
  const order = filter.dir === 'asc' ? asc : desc;
  return tx
    .select({
      lead: leads,
      clientName: clients.name,
      clientEmail: clients.email,
      assignedName: accounts.name,
      referrerName: partners.name,
    })
    .from(leads)
    .innerJoin(clients, eq(clients.id, leads.clientId))
    .leftJoin(accounts, eq(accounts.id, leads.assignedTo))
    .leftJoin(partnerReferrals, eq(partnerReferrals.id, leads.partnerReferralId))
    .leftJoin(partners, eq(partners.id, partnerReferrals.partnerId))
    .where(
      and(
        filter.status ? eq(leads.status, filter.status) : undefined,
        filter.search ? clientStartsWith(filter.search) : undefined,
        filter.region ? eq(leads.region, filter.region) : undefined,
        filter.assignedTo ? eq(leads.assignedTo, filter.assignedTo) : undefined,
        behind({ at: leads.createdAt, id: leads.id }, filter.after, filter.dir),
      ),
    )
    .orderBy(order(leads.createdAt), order(leads.id))
    .limit(filter.limit);
}

function clientStartsWith(search: string): SQL | undefined {
  const text = sortName(search);
  return or(sql`lower(${clients.name}) ^@ ${text}`, sql`lower(${clients.email}) ^@ ${text}`);
}

export async function countOpenSharesOf(tx: Tx, leadIds: readonly string[]): Promise<Map<string, number>> {
  if (leadIds.length === 0) return new Map();
  const rows = await tx
    .select({ leadId: leadShares.leadId, n: count() })
    .from(leadShares)
    .where(and(inArray(leadShares.leadId, [...leadIds]), inArray(leadShares.status, [...openShareStatuses])))
    .groupBy(leadShares.leadId);
  return new Map(rows.map(({ leadId, n }) => [leadId, n]));
}

/** One lead with its client, its keeper and the referral it came from. */
export async function getLeadWithClient(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      lead: leads,
      client: clients,
      assignedName: accounts.name,
      referral: {
        id: partnerReferrals.id,
        status: partnerReferrals.status,
        partnerId: partnerReferrals.partnerId,
        submittedAt: partnerReferrals.submittedAt,
        consentChoices: partnerReferrals.consentChoices,
      },
      partnerName: partners.name,
    })
    .from(leads)
    .innerJoin(clients, eq(clients.id, leads.clientId))
    .leftJoin(accounts, eq(accounts.id, leads.assignedTo))
    .leftJoin(partnerReferrals, eq(partnerReferrals.id, leads.partnerReferralId))
    .leftJoin(partners, eq(partners.id, partnerReferrals.partnerId))
    .where(eq(leads.id, id));
  return row;
}

export async function listNotes(tx: Tx, leadId: string) {
  return tx
    .select({
      id: leadNotes.id,
      body: leadNotes.body,
      createdAt: leadNotes.createdAt,
      authorName: accounts.name,
    })
    .from(leadNotes)
    .leftJoin(accounts, eq(accounts.id, leadNotes.accountId))
    .where(eq(leadNotes.leadId, leadId))
    .orderBy(desc(leadNotes.createdAt), desc(leadNotes.id));
}

export async function insertNote(tx: Tx, row: typeof leadNotes.$inferInsert): Promise<void> {
  await tx.insert(leadNotes).values(row);
}

export async function listSharesOf(tx: Tx, leadId: string) {
  return tx
    .select({ share: leadShares, partnerName: partners.name, partnerTypeName: partnerTypes.name })
    .from(leadShares)
    .innerJoin(partners, eq(partners.id, leadShares.partnerId))
    .innerJoin(partnerTypes, eq(partnerTypes.code, leadShares.partnerTypeCode))
    .where(eq(leadShares.leadId, leadId))
    .orderBy(desc(leadShares.sentAt), desc(leadShares.id));
}

export async function listDealsOf(tx: Tx, leadId: string) {
  return tx
    .select({
      id: deals.id,
      status: deals.status,
      valueMinor: deals.valueMinor,
      currency: deals.currency,
      closedAt: deals.closedAt,
    })
    .from(deals)
    .where(eq(deals.leadId, leadId))
    .orderBy(desc(deals.createdAt), desc(deals.id));
}
