import type { Tx } from '@goodword/db';
import { accounts, engagements, partners, partnerTypes } from '@goodword/db/schema';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { notFound } from '../../shared/errors.ts';

export type PartnerRow = typeof partners.$inferSelect;
export type EngagementRow = typeof engagements.$inferSelect;

export async function insertPartner(tx: Tx, row: typeof partners.$inferInsert): Promise<void> {
  await tx.insert(partners).values(row);
}

export async function findPartner(tx: Tx, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx.select().from(partners).where(eq(partners.id, id));
  return row;
}

/** The partner, for changing it: others who want to change it wait. */
export async function lockPartner(tx: Tx, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx.select().from(partners).where(eq(partners.id, id)).for('update');
  return row;
}

/** @throws `not_found` when it is missing or out of scope */
export async function getPartner(tx: Tx, id: string): Promise<PartnerRow> {
  const row = await findPartner(tx, id);
  if (!row) throw notFound('partner');
  return row;
}

export async function updatePartnerRow(
  tx: Tx,
  id: string,
  set: Partial<typeof partners.$inferInsert>,
): Promise<void> {
  await tx.update(partners).set(set).where(eq(partners.id, id));
}

export async function insertEngagement(tx: Tx, row: typeof engagements.$inferInsert): Promise<void> {
  await tx.insert(engagements).values(row);
}

/** The engagement, locked: whoever changes it changes it alone. */
export async function lockEngagement(tx: Tx, id: string): Promise<EngagementRow | undefined> {
  const [row] = await tx.select().from(engagements).where(eq(engagements.id, id)).for('update');
  return row;
}

export async function updateEngagementRow(
  tx: Tx,
  id: string,
  set: Partial<typeof engagements.$inferInsert>,
): Promise<void> {
  await tx.update(engagements).set(set).where(eq(engagements.id, id));
}

export interface EngagementWithType {
  engagement: EngagementRow;
  type: typeof partnerTypes.$inferSelect;
}

/** Engagements with their types, in catalogue order; ended ones too when asked for. */
export async function listEngagements(
  tx: Tx,
  filter: { partnerIds: string[]; withEnded?: boolean },
): Promise<EngagementWithType[]> {
  if (filter.partnerIds.length === 0) return [];
  return tx
    .select({ engagement: engagements, type: partnerTypes })
    .from(engagements)
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(
      and(
        inArray(engagements.partnerId, filter.partnerIds),
        filter.withEnded ? undefined : isNull(engagements.endedAt),
      ),
    )
    .orderBy(asc(partnerTypes.position), asc(engagements.id));
}

export async function listMembers(tx: Tx, partnerId: string): Promise<(typeof accounts.$inferSelect)[]> {
  return tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.audience, 'partner'), eq(accounts.partnerId, partnerId)))
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
}
