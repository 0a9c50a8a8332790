import type { Tx } from '@goodword/db';
import {
  accounts,
  engagements,
  partnerGroupRules,
  partnerGroups,
  partnerGroupTerms,
  partners,
  partnerTypes,
} from '@goodword/db/schema';
import { and, asc, count, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';

export type GroupRow = typeof partnerGroups.$inferSelect;
export type GroupRuleRow = typeof partnerGroupRules.$inferSelect;

export async function insertGroup(tx: Tx, row: typeof partnerGroups.$inferInsert): Promise<void> {
  await tx.insert(partnerGroups).values(row);
}

/** The highest first, closed ones at the end, with their type's name and their rule. */
export async function listGroupRows(tx: Tx) {
  return tx
    .select({ group: partnerGroups, typeName: partnerTypes.name, rule: partnerGroupRules })
    .from(partnerGroups)
    .leftJoin(partnerTypes, eq(partnerTypes.code, partnerGroups.partnerTypeCode))
    .leftJoin(partnerGroupRules, eq(partnerGroupRules.groupId, partnerGroups.id))
    .orderBy(sql`${partnerGroups.closedAt} is not null`, desc(partnerGroups.rank), asc(partnerGroups.id));
}

/** Others who want to change the group wait, and so does whoever brings a partner to it. */
export async function lockGroup(tx: Tx, id: string): Promise<GroupRow | undefined> {
  const [row] = await tx.select().from(partnerGroups).where(eq(partnerGroups.id, id)).for('update');
  return row;
}

/** Cannot be closed until the transaction ends. */
export async function holdGroup(tx: Tx, id: string): Promise<GroupRow | undefined> {
  const [row] = await tx.select().from(partnerGroups).where(eq(partnerGroups.id, id)).for('key share');
  return row;
}

export async function updateGroupRow(tx: Tx, id: string, set: Partial<GroupRow>): Promise<void> {
  await tx.update(partnerGroups).set(set).where(eq(partnerGroups.id, id));
}

/** Members by group; empty ones are missing. */
export async function countMembers(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .select({ groupId: partners.groupId, n: count() })
    .from(partners)
    .where(isNotNull(partners.groupId))
    .groupBy(partners.groupId);
  return new Map(rows.map(({ groupId, n }) => [groupId ?? '', n]));
}

export async function insertGroupTerms(tx: Tx, row: typeof partnerGroupTerms.$inferInsert): Promise<void> {
  await tx.insert(partnerGroupTerms).values(row);
}

export async function findGroupTerms(tx: Tx, id: string) {
  const [row] = await tx
    .select({ terms: partnerGroupTerms, groupName: partnerGroups.name })
    .from(partnerGroupTerms)
    .innerJoin(partnerGroups, eq(partnerGroups.id, partnerGroupTerms.groupId))
    .where(eq(partnerGroupTerms.id, id));
  return row;
}

/** Members with their running engagement of this type. */
export async function listMembersOfType(
  tx: Tx,
  { groupId, partnerTypeCode }: { groupId: string; partnerTypeCode: string },
): Promise<{ partnerId: string; engagementId: string; currency: string }[]> {
  return tx
    .select({ partnerId: partners.id, engagementId: engagements.id, currency: partners.currency })
    .from(partners)
    .innerJoin(engagements, eq(engagements.partnerId, partners.id))
    .where(
      and(
        eq(partners.groupId, groupId),
        notInArray(partners.status, ['rejected', 'terminated']),
        eq(engagements.partnerTypeCode, partnerTypeCode),
        isNull(engagements.endedAt),
      ),
    )
    .orderBy(asc(partners.id));
}

/** All that groups ever said, oldest first. */
export async function listGroupTerms(tx: Tx, groupId?: string) {
  return tx
    .select({ terms: partnerGroupTerms, typeName: partnerTypes.name, setByName: accounts.name })
    .from(partnerGroupTerms)
    .innerJoin(partnerTypes, eq(partnerTypes.code, partnerGroupTerms.partnerTypeCode))
    .leftJoin(accounts, eq(accounts.id, partnerGroupTerms.setBy))
    .where(groupId ? eq(partnerGroupTerms.groupId, groupId) : undefined)
    .orderBy(
      asc(partnerTypes.position),
      asc(partnerGroupTerms.effectiveFrom),
      asc(partnerGroupTerms.version),
    );
}

export async function putGroupRule(tx: Tx, row: GroupRuleRow): Promise<void> {
  const { groupId: _, ...set } = row;
  await tx
    .insert(partnerGroupRules)
    .values(row)
    .onConflictDoUpdate({ target: partnerGroupRules.groupId, set });
}

export async function findGroupRule(tx: Tx, groupId: string): Promise<GroupRuleRow | undefined> {
  const [row] = await tx.select().from(partnerGroupRules).where(eq(partnerGroupRules.groupId, groupId));
  return row;
}
