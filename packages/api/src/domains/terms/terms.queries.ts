import type { Tx } from '@goodword/db';
import {
  accounts,
  engagementPlans,
  engagements,
  lawDecisions,
  partnerGroupMoves,
  partnerGroups,
  partnerGroupTerms,
  partnerTypes,
} from '@goodword/db/schema';
import { asc, desc, eq, inArray } from 'drizzle-orm';

export type PlanRow = typeof engagementPlans.$inferSelect & { setByName: string | null };
export type LawDecisionRow = typeof lawDecisions.$inferSelect;

/** All that decides about the terms of these engagements, by engagement. */
export async function readTermsSources(tx: Tx, engagementIds: readonly string[]) {
  if (engagementIds.length === 0) return new Map<string, never>();
  const rows = await tx
    .select({ engagement: engagements, typeName: partnerTypes.name })
    .from(engagements)
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(inArray(engagements.id, [...engagementIds]));
  const plans = await tx
    .select({ plan: engagementPlans, setByName: accounts.name })
    .from(engagementPlans)
    .leftJoin(accounts, eq(accounts.id, engagementPlans.setBy))
    .where(inArray(engagementPlans.engagementId, [...engagementIds]))
    .orderBy(asc(engagementPlans.effectiveFrom), asc(engagementPlans.version));
  const memberships = await readMemberships(tx, [
    ...new Set(rows.map(({ engagement }) => engagement.partnerId)),
  ]);
  return new Map(
    rows.map(({ engagement, typeName }) => [
      engagement.id,
      {
        typeName,
        begunWith: engagement,
        begunAt: engagement.createdAt,
        plans: plans
          .filter(({ plan }) => plan.engagementId === engagement.id)
          .map(({ plan, setByName }): PlanRow => ({ ...plan, setByName })),
        memberships: membershipsFor(memberships, engagement),
      },
    ]),
  );
}

type GroupTermsRow = typeof partnerGroupTerms.$inferSelect;
interface MoveRow {
  partnerId: string;
  version: number;
  movedAt: Date;
  group: { id: string; name: string; terms: GroupTermsRow[] } | null;
}

/** Where these partners came to and left, with all that each group says. Nothing more to read for those in none. */
async function readMemberships(tx: Tx, partnerIds: readonly string[]): Promise<MoveRow[]> {
  const moves = await tx
    .select({
      partnerId: partnerGroupMoves.partnerId,
      version: partnerGroupMoves.version,
      movedAt: partnerGroupMoves.movedAt,
      groupId: partnerGroups.id,
      groupName: partnerGroups.name,
    })
    .from(partnerGroupMoves)
    .leftJoin(partnerGroups, eq(partnerGroups.id, partnerGroupMoves.toGroupId))
    .where(inArray(partnerGroupMoves.partnerId, [...partnerIds]))
    .orderBy(asc(partnerGroupMoves.version));
  const groupIds = [...new Set(moves.flatMap(({ groupId }) => groupId ?? []))];
  const terms =
    groupIds.length === 0
      ? []
      : await tx
          .select()
          .from(partnerGroupTerms)
          .where(inArray(partnerGroupTerms.groupId, groupIds))
          .orderBy(asc(partnerGroupTerms.effectiveFrom), asc(partnerGroupTerms.version));
  return moves.map(({ groupId, groupName, ...move }) => ({
    ...move,
    group: groupId
      ? { id: groupId, name: groupName ?? '', terms: terms.filter((one) => one.groupId === groupId) }
      : null,
  }));
}

function membershipsFor(
  moves: readonly MoveRow[],
  { partnerId, partnerTypeCode }: { partnerId: string; partnerTypeCode: string },
) {
  return moves
    .filter((move) => move.partnerId === partnerId)
    .map(({ version, movedAt, group }) => ({
      version,
      effectiveFrom: movedAt,
      group: group && {
        ...group,
        terms: group.terms.filter((one) => one.partnerTypeCode === partnerTypeCode),
      },
    }));
}

export async function insertPlan(tx: Tx, row: typeof engagementPlans.$inferInsert): Promise<void> {
  await tx.insert(engagementPlans).values(row);
}

/** Newest first. */
export async function listLawDecisions(tx: Tx, partnerTypeCode: string): Promise<LawDecisionRow[]> {
  return tx
    .select()
    .from(lawDecisions)
    .where(eq(lawDecisions.partnerTypeCode, partnerTypeCode))
    .orderBy(desc(lawDecisions.decidedAt), desc(lawDecisions.id));
}

export async function insertLawDecision(tx: Tx, row: typeof lawDecisions.$inferInsert): Promise<void> {
  await tx.insert(lawDecisions).values(row);
}

export async function lockLawDecision(tx: Tx, id: string): Promise<LawDecisionRow | undefined> {
  const [row] = await tx.select().from(lawDecisions).where(eq(lawDecisions.id, id)).for('update');
  return row;
}

export async function withdrawLawDecision(
  tx: Tx,
  id: string,
  set: { withdrawnAt: Date; withdrawnReason: string },
): Promise<void> {
  await tx.update(lawDecisions).set(set).where(eq(lawDecisions.id, id));
}
