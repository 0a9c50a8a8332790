import type { Tx } from '@goodword/db';
import { coverage, engagements, partners } from '@goodword/db/schema';
import { and, asc, eq, isNull, like, or } from 'drizzle-orm';
import { invariant } from '../../shared/errors.ts';

export type CoverageRow = typeof coverage.$inferSelect;

export async function listCoverageRows(
  tx: Tx,
  filter: { country?: string; partnerTypeCode?: string },
): Promise<CoverageRow[]> {
  const { country, partnerTypeCode } = filter;
  return tx
    .select()
    .from(coverage)
    .where(
      and(
        country ? or(eq(coverage.region, country), like(coverage.region, `${country}-%`)) : undefined,
        partnerTypeCode ? eq(coverage.partnerTypeCode, partnerTypeCode) : undefined,
      ),
    )
    .orderBy(asc(coverage.region), asc(coverage.partnerTypeCode));
}

/** Where active partners work, by type: what the counts are made of. */
export async function listActiveAreas(
  tx: Tx,
): Promise<{ partnerId: string; partnerTypeCode: string; regions: string[] }[]> {
  return tx
    .select({
      partnerId: engagements.partnerId,
      partnerTypeCode: engagements.partnerTypeCode,
      regions: engagements.regions,
    })
    .from(engagements)
    .innerJoin(partners, eq(partners.id, engagements.partnerId))
    .where(and(eq(partners.status, 'active'), isNull(engagements.endedAt)));
}

/** Makes sure the row exists and locks it, so that changes to one cell follow each other. */
export async function lockCoverage(
  tx: Tx,
  key: { region: string; partnerTypeCode: string },
  now: Date,
): Promise<CoverageRow> {
  await tx
    .insert(coverage)
    .values({ ...key, status: 'unavailable', changedAt: now })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(coverage)
    .where(and(eq(coverage.region, key.region), eq(coverage.partnerTypeCode, key.partnerTypeCode)))
    .for('update');
  invariant(row, 'the coverage row was written a moment ago');
  return row;
}

export async function updateCoverage(
  tx: Tx,
  key: { region: string; partnerTypeCode: string },
  set: Pick<CoverageRow, 'status' | 'note' | 'changedAt'>,
): Promise<void> {
  await tx
    .update(coverage)
    .set(set)
    .where(and(eq(coverage.region, key.region), eq(coverage.partnerTypeCode, key.partnerTypeCode)));
}
