import type { Tx } from '@goodword/db';
import { accounts, interactions, invites, programs, rewards, shareLinks } from '@goodword/db/schema';
import type { ProgramStatus } from '@goodword/db/vocabulary';
import { and, count, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';
import { creditGiven } from './credit-given.queries.ts';

export type ProgramRow = typeof programs.$inferSelect;

export async function insertProgram(tx: Tx, row: typeof programs.$inferInsert): Promise<void> {
  await tx.insert(programs).values(row);
}

export async function getProgram(tx: Tx, id: string): Promise<ProgramRow | undefined> {
  const [row] = await tx.select().from(programs).where(eq(programs.id, id));
  return row;
}

/** The same, locked: its rules and its state change one after the other. */
export async function lockProgram(tx: Tx, id: string): Promise<ProgramRow | undefined> {
  const [row] = await tx.select().from(programs).where(eq(programs.id, id)).for('update');
  return row;
}

/** Whether a friend is on the way or a reward waits under the rules of a program. */
export async function isPromised(tx: Tx, programId: string): Promise<boolean> {
  const [row] = await tx
    .select({
      waits: sql<boolean>`exists (select from ${invites} where ${invites.programId} = ${programId}
          and ${inArray(invites.status, ['pending', 'registered'])})
        or exists (select from ${rewards} where ${rewards.programId} = ${programId}
          and ${inArray(rewards.status, ['pending', 'earned', 'held'])})`,
    })
    .from(sql`(select) as one`);
  return row?.waits ?? false;
}

/** Changes a program that is still in one of these states; false when it is not. */
export async function updateProgram(
  tx: Tx,
  id: string,
  change: { whileIn: readonly ProgramStatus[]; set: Partial<typeof programs.$inferInsert> },
): Promise<boolean> {
  const rows = await tx
    .update(programs)
    .set(change.set)
    .where(and(eq(programs.id, id), inArray(programs.status, [...change.whileIn])))
    .returning({ id: programs.id });
  return rows.length === 1;
}

export async function listPrograms(
  tx: Tx,
  filter: { status?: ProgramStatus; search?: string; after: Keyset | null; limit: number },
): Promise<ProgramRow[]> {
  return tx
    .select()
    .from(programs)
    .where(
      and(
        filter.status ? eq(programs.status, filter.status) : undefined,
        filter.search ? sql`strpos(lower(${programs.name}), ${filter.search.toLowerCase()}) > 0` : undefined,
        behind({ at: programs.createdAt, id: programs.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(programs.createdAt), desc(programs.id))
    .limit(filter.limit);
}

/** Programs switched on, whatever their dates. */
export async function listActivePrograms(tx: Tx): Promise<ProgramRow[]> {
  return tx.select().from(programs).where(eq(programs.status, 'active')).orderBy(programs.createdAt);
}

export async function listProgramsPastEnd(tx: Tx, now: Date): Promise<ProgramRow[]> {
  return tx
    .select()
    .from(programs)
    .where(and(inArray(programs.status, ['active', 'paused']), lte(programs.endsAt, now)));
}

export async function accountName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id));
  return row?.name;
}

/** How far friends came, per program: `invited` counts all, also those who joined or converted later. */
export async function countInvites(
  tx: Tx,
  programIds: readonly string[],
): Promise<Map<string, { invited: number; joined: number; converted: number }>> {
  if (programIds.length === 0) return new Map();
  const rows = await tx
    .select({
      programId: invites.programId,
      invited: count(),
      joined: count(invites.registeredAt),
      converted: sql<number>`count(*) filter (where ${invites.status} = 'converted')`.mapWith(Number),
    })
    .from(invites)
    .where(inArray(invites.programId, [...programIds]))
    .groupBy(invites.programId);
  return new Map(rows.map((row) => [row.programId, row]));
}

export async function countLinksAndClicks(
  tx: Tx,
  programId: string,
): Promise<{ links: number; clicks: number }> {
  const [links] = await tx.select({ n: count() }).from(shareLinks).where(eq(shareLinks.programId, programId));
  const [clicks] = await tx
    .select({ n: count() })
    .from(interactions)
    .innerJoin(shareLinks, eq(shareLinks.id, interactions.linkId))
    .where(and(eq(shareLinks.programId, programId), eq(interactions.kind, 'click')));
  return { links: links?.n ?? 0, clicks: clicks?.n ?? 0 };
}

/** Rewards that count: earned and not cancelled. */
export async function sumRewards(
  tx: Tx,
  programId: string,
): Promise<{ rewards: number; creditMinor: bigint }> {
  const [row] = await tx
    .select({
      n: sql<number>`(count(*) filter (where ${rewards.status} <> 'cancelled'))::int`,
      // In the currency of today: amounts of two do not add up.
      credit: sql<string>`coalesce(sum(${creditGiven(tx)}) filter (
        where ${rewards.kind} = 'credit' and ${rewards.currency} = ${programs.currency}), 0)`,
    })
    .from(rewards)
    .innerJoin(programs, eq(programs.id, rewards.programId))
    .where(and(eq(rewards.programId, programId), isNotNull(rewards.earnedAt)));
  return { rewards: row?.n ?? 0, creditMinor: BigInt(row?.credit ?? 0) };
}
