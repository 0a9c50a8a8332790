import type { Tx } from '@goodword/db';
import {
  accounts,
  calendarFeeds,
  careRules,
  engagements,
  partners,
  partnerTypes,
  touchpoints,
} from '@goodword/db/schema';
import type { TouchpointKind, TouchpointStatus } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, gte, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { behind, isTime } from '../../platform/keyset.queries.ts';
import { decodeCursor, encodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import type { GiftRule } from './care.ts';

export type TouchpointRow = typeof touchpoints.$inferSelect;
type CareRuleRow = typeof careRules.$inferSelect;
export const touchpointTable = touchpoints;

const shown = {
  id: touchpoints.id,
  partnerId: touchpoints.partnerId,
  partnerName: partners.name,
  kind: touchpoints.kind,
  status: touchpoints.status,
  heldAt: touchpoints.heldAt,
  accountId: touchpoints.accountId,
  accountName: accounts.name,
  withWhom: touchpoints.withWhom,
  note: touchpoints.note,
  valueMinor: touchpoints.valueMinor,
  currency: touchpoints.currency,
};

/** Locked until the transaction ends: gifts to one partner are checked one after the other. */
export async function lockPartner(tx: Tx, id: string): Promise<{ id: string } | undefined> {
  const [row] = await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, id)).for('update');
  return row;
}

export async function lockTouchpoint(tx: Tx, id: string): Promise<TouchpointRow | undefined> {
  const [row] = await tx.select().from(touchpoints).where(eq(touchpoints.id, id)).for('update');
  return row;
}

export async function findTouchpoint(tx: Tx, id: string) {
  const [row] = await tx
    .select(shown)
    .from(touchpoints)
    .innerJoin(partners, eq(partners.id, touchpoints.partnerId))
    .innerJoin(accounts, eq(accounts.id, touchpoints.accountId))
    .where(eq(touchpoints.id, id));
  return row;
}

export async function insertTouchpoint(tx: Tx, row: typeof touchpoints.$inferInsert): Promise<void> {
  await tx.insert(touchpoints).values(row);
}

export async function updateTouchpointRow(tx: Tx, id: string, set: Partial<TouchpointRow>): Promise<void> {
  await tx.update(touchpoints).set(set).where(eq(touchpoints.id, id));
}

/** A type nobody made a rule for: a regulated one may be given nothing, any other has no limit. */
function limitOf({ rule, regulated }: { rule: CareRuleRow | null; regulated: boolean }): bigint | null {
  if (rule) return rule.giftLimitMinor;
  return regulated ? 0n : null;
}

/** The rules of the types a partner has at the moment. */
export async function rulesOfPartner(tx: Tx, partnerId: string): Promise<GiftRule[]> {
  const rows = await tx
    .select({ typeName: partnerTypes.name, regulated: partnerTypes.regulated, rule: careRules })
    .from(engagements)
    .innerJoin(partnerTypes, eq(partnerTypes.code, engagements.partnerTypeCode))
    .leftJoin(careRules, eq(careRules.partnerTypeCode, engagements.partnerTypeCode))
    .where(and(eq(engagements.partnerId, partnerId), isNull(engagements.endedAt)))
    .orderBy(asc(partnerTypes.position));
  return rows.map((row) => ({
    typeName: row.typeName,
    giftLimitMinor: limitOf(row),
    currency: row.rule?.currency ?? '',
  }));
}

/** What a partner was or will be given in a year, without one touchpoint that is being changed. */
export async function givenInYear(
  tx: Tx,
  key: { partnerId: string; year: number; except?: string },
): Promise<{ amountMinor: bigint; currency: string }[]> {
  const rows = await tx
    .select({ currency: touchpoints.currency, sum: sql<string>`sum(${touchpoints.valueMinor})::text` })
    .from(touchpoints)
    .where(
      and(
        eq(touchpoints.partnerId, key.partnerId),
        eq(touchpoints.year, key.year),
        ne(touchpoints.status, 'cancelled'),
        isNotNull(touchpoints.valueMinor),
        key.except ? ne(touchpoints.id, key.except) : undefined,
      ),
    )
    .groupBy(touchpoints.currency);
  return rows.map(({ currency, sum }) => ({ currency: currency ?? '', amountMinor: BigInt(sum) }));
}

export interface TouchpointFilter {
  partnerId?: string;
  accountId?: string;
  status?: TouchpointStatus;
  kind?: TouchpointKind;
  cursor?: string | null;
  limit: number;
}

/** The newest first; of planned ones the next first. */
export async function listTouchpoints(tx: Tx, filter: TouchpointFilter) {
  const dir = filter.status === 'planned' ? 'asc' : 'desc';
  const order = dir === 'asc' ? asc : desc;
  const rows = await tx
    .select(shown)
    .from(touchpoints)
    .innerJoin(partners, eq(partners.id, touchpoints.partnerId))
    .innerJoin(accounts, eq(accounts.id, touchpoints.accountId))
    .where(
      and(
        filter.partnerId ? eq(touchpoints.partnerId, filter.partnerId) : undefined,
        filter.accountId ? eq(touchpoints.accountId, filter.accountId) : undefined,
        filter.status ? eq(touchpoints.status, filter.status) : undefined,
        filter.kind ? eq(touchpoints.kind, filter.kind) : undefined,
        behind({ at: touchpoints.heldAt, id: touchpoints.id }, decodeCursor(filter.cursor), dir),
      ),
    )
    .orderBy(order(touchpoints.heldAt), order(touchpoints.id))
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, (row) => ({ value: row.heldAt.toISOString(), id: row.id }));
}

/** What is planned from a moment on, for a calendar. */
export async function listPlanned(tx: Tx, filter: { accountId: string; from: Date; limit: number }) {
  return tx
    .select(shown)
    .from(touchpoints)
    .innerJoin(partners, eq(partners.id, touchpoints.partnerId))
    .innerJoin(accounts, eq(accounts.id, touchpoints.accountId))
    .where(
      and(
        eq(touchpoints.accountId, filter.accountId),
        eq(touchpoints.status, 'planned'),
        gte(touchpoints.heldAt, filter.from),
      ),
    )
    .orderBy(asc(touchpoints.heldAt))
    .limit(filter.limit);
}

export interface DueRow extends Record<string, unknown> {
  partnerId: string;
  partnerName: string;
  partnerTypes: string;
  cadenceDays: number;
  lastAt: Date | null;
  dueAt: Date;
  plannedAt: Date | null;
}

/** Active partners with a cadence and when their next contact is due. One pass over each table, not one per partner. */
const dueRows = sql`
  select p.id, p.name, min(r.cadence_days) as cadence_days, string_agg(distinct t.name, ', ') as type_names,
         array_agg(e.partner_type_code) as type_codes, c.last_at, c.planned_at,
         coalesce(c.last_at, p.activated_at, p.created_at) + make_interval(days => min(r.cadence_days)) as due_at
  from partners p
  join engagements e on e.partner_id = p.id and e.ended_at is null
  join partner_types t on t.code = e.partner_type_code
  join care_rules r on r.partner_type_code = e.partner_type_code and r.cadence_days is not null
  left join (
    select partner_id, max(held_at) filter (where status = 'done') as last_at,
           min(held_at) filter (where status = 'planned') as planned_at
    from touchpoints where kind <> 'note' group by partner_id
  ) c on c.partner_id = p.id
  where p.status = 'active'
  group by p.id, c.last_at, c.planned_at`;

export interface DueFilter {
  /** Only those due before this moment. */
  before?: Date;
  partnerTypeCode?: string;
  partnerId?: string;
  cursor?: string | null;
  limit: number;
}

/** The longest overdue first. */
export async function listDue(tx: Tx, filter: DueFilter): Promise<Page<DueRow>> {
  const after = decodeCursor(filter.cursor);
  const conditions = [
    sql`true`,
    filter.before ? sql`d.due_at < ${filter.before.toISOString()}::timestamptz` : undefined,
    filter.partnerTypeCode ? sql`${filter.partnerTypeCode} = any (d.type_codes)` : undefined,
    filter.partnerId ? sql`d.id = ${filter.partnerId}` : undefined,
    after && isTime(after.value)
      ? sql`(d.due_at, d.id) > (${after.value}::timestamptz, ${after.id})`
      : undefined,
  ].filter((condition) => condition !== undefined);
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select d.id as "partnerId", d.name as "partnerName", d.type_names as "partnerTypes",
           d.cadence_days as "cadenceDays", d.last_at as "lastAt", d.due_at as "dueAt", d.planned_at as "plannedAt"
    from (${dueRows}) d where ${sql.join(conditions, sql` and `)}
    order by d.due_at, d.id limit ${filter.limit + 1}`);
  const found = rows.map((row) => ({
    partnerId: String(row.partnerId),
    partnerName: String(row.partnerName),
    partnerTypes: String(row.partnerTypes),
    cadenceDays: Number(row.cadenceDays),
    lastAt: toDate(row.lastAt),
    dueAt: toDate(row.dueAt) as Date,
    plannedAt: toDate(row.plannedAt),
  }));
  const last = found[filter.limit - 1];
  const more = found.length > filter.limit && last;
  return {
    rows: found.slice(0, filter.limit),
    nextCursor: more ? encodeCursor({ value: last.dueAt.toISOString(), id: last.partnerId }) : null,
  };
}

/** A statement written by hand gives times as the driver reads them. */
function toDate(value: unknown): Date | null {
  return value === null || value === undefined ? null : new Date(value as string | Date);
}

/** How many partners wait for a contact. */
export async function countOverdue(tx: Tx, now: Date): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from (${dueRows}) d where d.due_at < ${now.toISOString()}::timestamptz`);
  return row?.n ?? 0;
}

/** Every partner type with its rule, in catalogue order. */
export async function listRules(tx: Tx) {
  const rows = await tx
    .select({
      partnerTypeCode: partnerTypes.code,
      typeName: partnerTypes.name,
      regulated: partnerTypes.regulated,
      rule: careRules,
    })
    .from(partnerTypes)
    .leftJoin(careRules, eq(careRules.partnerTypeCode, partnerTypes.code))
    .orderBy(asc(partnerTypes.position), asc(partnerTypes.code));
  return rows.map(({ rule, ...type }) => ({
    ...type,
    cadenceDays: rule?.cadenceDays ?? null,
    giftLimitMinor: limitOf({ rule, regulated: type.regulated }),
    currency: rule?.currency,
  }));
}

export async function findRule(tx: Tx, code: string) {
  const [row] = await tx
    .select({ code: partnerTypes.code, rule: careRules })
    .from(partnerTypes)
    .leftJoin(careRules, eq(careRules.partnerTypeCode, partnerTypes.code))
    .where(eq(partnerTypes.code, code))
    .for('update', { of: partnerTypes });
  return row;
}

export async function putRule(tx: Tx, row: typeof careRules.$inferInsert): Promise<void> {
  const { partnerTypeCode: _, ...set } = row;
  await tx.insert(careRules).values(row).onConflictDoUpdate({ target: careRules.partnerTypeCode, set });
}

export async function insertRules(tx: Tx, rows: (typeof careRules.$inferInsert)[]): Promise<void> {
  await tx.insert(careRules).values(rows).onConflictDoNothing();
}

export async function findFeed(tx: Tx, accountId: string) {
  const [row] = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.accountId, accountId));
  return row;
}

/** The person whose calendar has this secret, as long as the account is open. */
export async function findFeedOwner(tx: Tx, secretHash: string): Promise<{ accountId: string } | undefined> {
  const [row] = await tx
    .select({ accountId: calendarFeeds.accountId })
    .from(calendarFeeds)
    .innerJoin(accounts, eq(accounts.id, calendarFeeds.accountId))
    .where(and(eq(calendarFeeds.secretHash, secretHash), isNull(accounts.disabledAt)));
  return row;
}

export async function putFeed(tx: Tx, row: typeof calendarFeeds.$inferInsert): Promise<void> {
  const { accountId: _, ...set } = row;
  await tx.insert(calendarFeeds).values(row).onConflictDoUpdate({ target: calendarFeeds.accountId, set });
}

export async function deleteFeed(tx: Tx, accountId: string): Promise<boolean> {
  const rows = await tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.accountId, accountId))
    .returning({ accountId: calendarFeeds.accountId });
  return rows.length > 0;
}

export async function partnerExists(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.select({ id: partners.id }).from(partners).where(eq(partners.id, id));
  return rows.length > 0;
}
