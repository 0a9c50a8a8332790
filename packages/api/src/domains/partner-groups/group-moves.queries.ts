import type { Tx } from '@goodword/db';
import {
  accounts,
  deals,
  engagements,
  partnerGroupMoves,
  partnerGroups,
  partners,
} from '@goodword/db/schema';
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { behind } from '../../platform/keyset.queries.ts';
import { decodeCursor, toPage } from '../../shared/pagination.ts';
import type { Fact, GroupRule, RankedGroup } from './partner-group.ts';

export type GroupMoveRow = typeof partnerGroupMoves.$inferSelect;

/** One partner is moved by one at a time. */
export async function lockPartner(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: partners.id, status: partners.status, groupId: partners.groupId })
    .from(partners)
    .where(eq(partners.id, id))
    .for('update');
  return row;
}

export async function setPartnerGroup(tx: Tx, id: string, groupId: string | null): Promise<void> {
  await tx.update(partners).set({ groupId }).where(eq(partners.id, id));
}

export async function insertMove(tx: Tx, row: typeof partnerGroupMoves.$inferInsert): Promise<void> {
  await tx.insert(partnerGroupMoves).values(row);
}

/** Every move of a partner, oldest first. */
export async function movesOfPartner(tx: Tx, partnerId: string): Promise<GroupMoveRow[]> {
  return tx
    .select()
    .from(partnerGroupMoves)
    .where(eq(partnerGroupMoves.partnerId, partnerId))
    .orderBy(asc(partnerGroupMoves.version));
}

export async function findMove(tx: Tx, id: string): Promise<GroupMoveRow | undefined> {
  const [row] = await tx.select().from(partnerGroupMoves).where(eq(partnerGroupMoves.id, id));
  return row;
}

/** The types a partner works in at the moment. */
export async function typesOfPartner(tx: Tx, partnerId: string): Promise<string[]> {
  const rows = await tx
    .select({ code: engagements.partnerTypeCode })
    .from(engagements)
    .where(and(eq(engagements.partnerId, partnerId), isNull(engagements.endedAt)));
  return rows.map(({ code }) => code);
}

/** What can count for a rule: the partner's verified deals in a stretch of time. */
export async function factsOfPartner(
  tx: Tx,
  { partnerId, since, at }: { partnerId: string; since: Date; at: Date },
): Promise<Fact[]> {
  const rows = await tx
    .select({
      id: deals.id,
      at: deals.verifiedAt,
      amountMinor: deals.valueMinor,
      currency: deals.currency,
      shareId: deals.shareId,
    })
    .from(deals)
    .where(
      and(
        eq(deals.partnerId, partnerId),
        eq(deals.status, 'verified'),
        gt(deals.verifiedAt, since),
        lte(deals.verifiedAt, at),
      ),
    );
  return rows.flatMap(({ at: verifiedAt, shareId, ...deal }) =>
    verifiedAt ? [{ ...deal, at: verifiedAt, shared: shareId !== null }] : [],
  );
}

/**
 * Active partners that have enough of what a rule counts within its window and are not in the group or a higher one.
 * One pass; whether each really moves is decided one by one.
 */
export async function listReaching(
  tx: Tx,
  { rule, group, at, limit }: { rule: GroupRule; group: Pick<RankedGroup, 'rank'>; at: Date; limit: number },
): Promise<{ id: string; name: string; groupName: string | null }[]> {
  const until = at.toISOString();
  const days = rule.windowDays;
  const amount = rule.measure === 'verified_value' ? sql`sum(value_minor)` : sql`count(*)`;
  const only =
    rule.measure === 'won_shares'
      ? sql`and share_id is not null`
      : rule.currency
        ? sql`and currency = ${rule.currency}`
        : sql``;
  const counted = sql`select partner_id, ${amount} as n from deals
    where status = 'verified' and partner_id is not null and verified_at <= ${until}::timestamptz
      and verified_at > ${until}::timestamptz - make_interval(days => ${days}) ${only}
    group by partner_id`;
  const rows = await tx.execute<{ id: string; name: string; groupName: string | null }>(sql`
    select p.id, p.name, g.name as "groupName"
    from (${counted}) c join partners p on p.id = c.partner_id left join partner_groups g on g.id = p.group_id
    where c.n >= ${String(rule.threshold)}::bigint and p.status = 'active' and coalesce(g.rank, 0) < ${group.rank}
    order by p.name_sort, p.id limit ${limit}`);
  return [...rows];
}

export interface MoveFilter {
  groupId?: string;
  partnerId?: string;
  cursor?: string | null;
  limit: number;
}

/** Moves with the names a person needs, the newest first. */
export async function listMoves(tx: Tx, filter: MoveFilter) {
  const from = alias(partnerGroups, 'from_group');
  const to = alias(partnerGroups, 'to_group');
  const rows = await tx
    .select({
      move: partnerGroupMoves,
      partnerName: partners.name,
      fromName: from.name,
      toName: to.name,
      movedByName: accounts.name,
      newest: sql<boolean>`not exists (select from partner_group_moves later
        where later.partner_id = ${partnerGroupMoves.partnerId} and later.version > ${partnerGroupMoves.version})`,
    })
    .from(partnerGroupMoves)
    .innerJoin(partners, eq(partners.id, partnerGroupMoves.partnerId))
    .leftJoin(from, eq(from.id, partnerGroupMoves.fromGroupId))
    .leftJoin(to, eq(to.id, partnerGroupMoves.toGroupId))
    .leftJoin(accounts, eq(accounts.id, partnerGroupMoves.movedBy))
    .where(
      and(
        filter.partnerId ? eq(partnerGroupMoves.partnerId, filter.partnerId) : undefined,
        filter.groupId
          ? or(
              eq(partnerGroupMoves.toGroupId, filter.groupId),
              eq(partnerGroupMoves.fromGroupId, filter.groupId),
            )
          : undefined,
        behind(
          { at: partnerGroupMoves.movedAt, id: partnerGroupMoves.id },
          decodeCursor(filter.cursor),
          'desc',
        ),
      ),
    )
    .orderBy(desc(partnerGroupMoves.movedAt), desc(partnerGroupMoves.id))
    .limit(filter.limit + 1);
  return toPage(rows, filter.limit, ({ move }) => ({ value: move.movedAt.toISOString(), id: move.id }));
}

/** Names of groups by id. */
export async function namesOfGroups(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: partnerGroups.id, name: partnerGroups.name })
    .from(partnerGroups)
    .where(inArray(partnerGroups.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Ids of every move of a partner, for its history. */
export async function moveIdsOf(tx: Tx, partnerId: string): Promise<string[]> {
  return (await movesOfPartner(tx, partnerId)).map(({ id }) => id);
}

/** The engagements of a partner that run, with the currency of its flat amounts. */
export async function runningEngagements(
  tx: Tx,
  partnerId: string,
): Promise<{ id: string; currency: string }[]> {
  return tx
    .select({ id: engagements.id, currency: partners.currency })
    .from(engagements)
    .innerJoin(partners, eq(partners.id, engagements.partnerId))
    .where(and(eq(engagements.partnerId, partnerId), isNull(engagements.endedAt)))
    .orderBy(asc(engagements.createdAt), asc(engagements.id));
}
