import type { Tx } from '@goodword/db';
import {
  accounts,
  clients,
  deals,
  engagements,
  introductions,
  leadShares,
  leads,
  partnerReferrals,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import type { DealStatus } from '@goodword/db/vocabulary';
import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

export type DealRow = typeof deals.$inferSelect;

/** No `returning`: the caller may be a partner, who writes what it then reads through its own policy. */
export async function insertDeal(tx: Tx, row: DealRow): Promise<void> {
  await tx.insert(deals).values(row);
}

/** The deal, locked until the transaction ends: whoever decides about it decides alone. */
export async function lockDeal(tx: Tx, id: string): Promise<DealRow | undefined> {
  const [row] = await tx.select().from(deals).where(eq(deals.id, id)).for('update');
  return row;
}

export async function getLead(tx: Tx, id: string): Promise<LeadRow | undefined> {
  const [row] = await tx.select(leadFacts).from(leads).where(eq(leads.id, id));
  return row;
}

/** The same, locked: of two deals on it one is verified after the other. */
export async function lockLead(tx: Tx, id: string): Promise<LeadRow | undefined> {
  const [row] = await tx.select(leadFacts).from(leads).where(eq(leads.id, id)).for('update');
  return row;
}

const leadFacts = {
  id: leads.id,
  clientId: leads.clientId,
  status: leads.status,
  partnerReferralId: leads.partnerReferralId,
};

export type LeadRow = Pick<typeof leads.$inferSelect, keyof typeof leadFacts>;

/** A share; with a partner given, only if it is that partner's. */
export async function getShare(tx: Tx, key: { id: string; partnerId: string | undefined }) {
  const [row] = await tx
    .select({
      id: leadShares.id,
      leadId: leadShares.leadId,
      clientId: leadShares.clientId,
      partnerId: leadShares.partnerId,
      engagementId: leadShares.engagementId,
      status: leadShares.status,
    })
    .from(leadShares)
    .where(
      and(
        eq(leadShares.id, key.id),
        key.partnerId === undefined ? undefined : eq(leadShares.partnerId, key.partnerId),
      ),
    );
  return row;
}

export async function getIntroduction(tx: Tx, key: { id: string; partnerId: string | undefined }) {
  const [row] = await tx
    .select({
      id: introductions.id,
      clientId: introductions.clientId,
      partnerId: introductions.partnerId,
      engagementId: introductions.engagementId,
      status: introductions.status,
    })
    .from(introductions)
    .where(
      and(
        eq(introductions.id, key.id),
        key.partnerId === undefined ? undefined : eq(introductions.partnerId, key.partnerId),
      ),
    );
  return row;
}

export async function getReferral(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: partnerReferrals.id,
      status: partnerReferrals.status,
      partnerId: partnerReferrals.partnerId,
      engagementId: partnerReferrals.engagementId,
    })
    .from(partnerReferrals)
    .where(eq(partnerReferrals.id, id));
  return row;
}

export { deals as dealTable, leads as leadTable, partnerReferrals as referralTable };

export interface DealFilter {
  status?: DealStatus;
  partnerId?: string;
  leadId?: string;
  after: Keyset | null;
  limit: number;
}

/** Newest first, with the names a person needs. */
export async function listDeals(tx: Tx, filter: DealFilter) {
  return tx
    .select({ deal: deals, clientName: clients.name, partnerName: partners.name })
    .from(deals)
    .innerJoin(clients, eq(clients.id, deals.clientId))
    .leftJoin(partners, eq(partners.id, deals.partnerId))
    .where(
      and(
        filter.status ? eq(deals.status, filter.status) : undefined,
        filter.partnerId ? eq(deals.partnerId, filter.partnerId) : undefined,
        filter.leadId ? eq(deals.leadId, filter.leadId) : undefined,
        behind({ at: deals.createdAt, id: deals.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(deals.createdAt), desc(deals.id))
    .limit(filter.limit);
}

export async function getDealDetail(tx: Tx, id: string) {
  const verifier = alias(accounts, 'verifier');
  const [row] = await tx
    .select({
      deal: deals,
      clientName: clients.name,
      partnerName: partners.name,
      partnerTypeName: partnerTypes.name,
      reportedByName: accounts.name,
      verifiedByName: verifier.name,
    })
    .from(deals)
    .innerJoin(clients, eq(clients.id, deals.clientId))
    .leftJoin(partners, eq(partners.id, deals.partnerId))
    .leftJoin(engagements, eq(engagements.id, deals.engagementId))
    .leftJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .leftJoin(accounts, eq(accounts.id, deals.reportedBy))
    .leftJoin(verifier, eq(verifier.id, deals.verifiedBy))
    .where(eq(deals.id, id));
  return row;
}
