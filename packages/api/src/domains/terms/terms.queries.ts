import type { Tx } from '@goodword/db';
import { accounts, engagementPlans, engagements, lawDecisions, partnerTypes } from '@goodword/db/schema';
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
      },
    ]),
  );
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
