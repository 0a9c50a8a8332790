import type { Tx } from '@goodword/db';
import {
  accounts,
  engagements,
  partners,
  partnerTypes,
  touchpoints,
  yearlyCheckItems,
  yearlyChecks,
} from '@goodword/db/schema';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, max, ne, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';

export { yearlyChecks as yearlyCheckTable };
export type YearlyCheckRow = typeof yearlyChecks.$inferSelect;

/** When a partner became active. */
export async function findPartner(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: partners.id, status: partners.status, activatedAt: partners.activatedAt })
    .from(partners)
    .where(eq(partners.id, id));
  return row;
}

/** Active partners whose year began again before a moment and who have no check of that year, oldest first. */
export async function listWithoutCheck(
  tx: Tx,
  { until, limit }: { until: Date; limit: number },
): Promise<{ id: string; activatedAt: Date; made: number[] }[]> {
  const rows = await tx
    .select({
      id: partners.id,
      activatedAt: partners.activatedAt,
      made: sql<
        number[]
      >`coalesce(array_agg(${yearlyChecks.year}) filter (where ${yearlyChecks.year} is not null), '{}')`,
    })
    .from(partners)
    .leftJoin(yearlyChecks, eq(yearlyChecks.partnerId, partners.id))
    .where(
      and(
        eq(partners.status, 'active'),
        isNotNull(partners.activatedAt),
        sql`${partners.activatedAt} <= ${until.toISOString()}::timestamptz - interval '1 year'`,
      ),
    )
    .groupBy(partners.id)
    .having(
      sql`extract(year from age(${until.toISOString()}::timestamptz, ${partners.activatedAt})) > coalesce(max(${yearlyChecks.year}), 0)`,
    )
    .orderBy(asc(partners.activatedAt), asc(partners.id))
    .limit(limit);
  return rows.flatMap((row) => (row.activatedAt ? [{ ...row, activatedAt: row.activatedAt }] : []));
}

/** False when the year has its check already. */
export async function insertCheckOnce(tx: Tx, row: typeof yearlyChecks.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(yearlyChecks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: yearlyChecks.id });
  return rows.length === 1;
}

export async function lockCheck(tx: Tx, id: string): Promise<YearlyCheckRow | undefined> {
  const [row] = await tx.select().from(yearlyChecks).where(eq(yearlyChecks.id, id)).for('update');
  return row;
}

export async function putItem(tx: Tx, row: typeof yearlyCheckItems.$inferInsert): Promise<void> {
  const { checkId: _, key: __, ...set } = row;
  await tx
    .insert(yearlyCheckItems)
    .values(row)
    .onConflictDoUpdate({ target: [yearlyCheckItems.checkId, yearlyCheckItems.key], set });
}

export async function itemsOf(tx: Tx, checkIds: readonly string[]) {
  if (checkIds.length === 0) return [];
  const rows = await tx
    .select({ item: yearlyCheckItems, answeredByName: accounts.name })
    .from(yearlyCheckItems)
    .leftJoin(accounts, eq(accounts.id, yearlyCheckItems.answeredBy))
    .where(inArray(yearlyCheckItems.checkId, [...checkIds]));
  return rows.map(({ item, answeredByName }) => ({ ...item, answeredByName }));
}

export async function checksOf(tx: Tx, partnerId: string) {
  const rows = await tx
    .select({ check: yearlyChecks, closedByName: accounts.name })
    .from(yearlyChecks)
    .leftJoin(accounts, eq(accounts.id, yearlyChecks.closedBy))
    .where(eq(yearlyChecks.partnerId, partnerId))
    .orderBy(desc(yearlyChecks.year));
  return rows.map(({ check, closedByName }) => ({ ...check, closedByName }));
}

export interface CheckFilter {
  state: 'overdue' | 'open' | 'closed';
  now: Date;
  cursor?: string | null;
  limit: number;
}

/** Of active partners, the longest overdue first; closed ones of all, the newest first. */
export async function listChecks(tx: Tx, { state, now, cursor, limit }: CheckFilter) {
  const closed = state === 'closed';
  const dir = closed ? 'desc' : 'asc';
  const order = closed ? desc : asc;
  const rows = await tx
    .select({
      check: yearlyChecks,
      partnerName: partners.name,
      answered: sql<number>`(select count(*)::int from yearly_check_items i where i.check_id = ${yearlyChecks.id} and i.answered_by is not null)`,
    })
    .from(yearlyChecks)
    .innerJoin(partners, eq(partners.id, yearlyChecks.partnerId))
    .where(
      and(
        eq(yearlyChecks.status, closed ? 'closed' : 'open'),
        closed ? undefined : eq(partners.status, 'active'),
        state === 'overdue' ? lt(yearlyChecks.dueAt, now) : undefined,
        behind({ at: yearlyChecks.dueAt, id: yearlyChecks.id }, decodeCursor(cursor), dir),
      ),
    )
    .orderBy(order(yearlyChecks.dueAt), order(yearlyChecks.id))
    .limit(limit + 1);
  return toPage(
    rows.map(({ check, ...rest }) => ({ ...check, ...rest })),
    limit,
    (row) => ({ value: row.dueAt.toISOString(), id: row.id }),
  );
}

/** Checks of active partners that should be done by now. */
export async function countOverdueChecks(tx: Tx, now: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(yearlyChecks)
    .innerJoin(partners, eq(partners.id, yearlyChecks.partnerId))
    .where(and(eq(yearlyChecks.status, 'open'), lt(yearlyChecks.dueAt, now), eq(partners.status, 'active')));
  return row?.n ?? 0;
}

/** What the types of a partner's running engagements need, and where it works. */
export async function credentialNeeds(tx: Tx, partnerId: string) {
  return tx
    .select({ regions: engagements.regions, rules: partnerTypes.credentials, typeName: partnerTypes.name })
    .from(engagements)
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .where(and(eq(engagements.partnerId, partnerId), isNull(engagements.endedAt)));
}

/** The last contact that took place; a note is none. */
export async function lastContact(tx: Tx, partnerId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: max(touchpoints.heldAt) })
    .from(touchpoints)
    .where(
      and(eq(touchpoints.partnerId, partnerId), eq(touchpoints.status, 'done'), ne(touchpoints.kind, 'note')),
    );
  return row?.at ?? null;
}
