import type { Tx } from '@goodword/db';
import { accounts, runRows, runs } from '@goodword/db/schema';
import { openRunStatuses, type RunKindName, type RunRowResult } from '@goodword/db/vocabulary';
import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { behind } from '../../platform/keyset.queries.ts';
import type { Keyset } from '../../shared/pagination.ts';

export type RunRecord = typeof runs.$inferSelect;
export type RunRowRecord = typeof runRows.$inferSelect;
export type NewRunRow = Omit<typeof runRows.$inferInsert, 'runId' | 'position' | 'noted'>;

export async function insertRun(tx: Tx, row: typeof runs.$inferInsert): Promise<void> {
  await tx.insert(runs).values(row);
}

/**
 * The oldest run that waits for work and that nobody works at this moment. Its lock is the claim: it ends with the
 * transaction, so also with the process that held it.
 */
export async function claimRun(
  tx: Tx,
  { kinds, now, id }: { kinds: RunKindName[]; now: Date; id?: string },
): Promise<RunRecord | undefined> {
  const [run] = await tx
    .select()
    .from(runs)
    .where(
      and(
        inArray(runs.status, [...openRunStatuses]),
        inArray(runs.kind, kinds),
        id ? eq(runs.id, id) : undefined,
        or(isNull(runs.retryAt), lte(runs.retryAt, now)),
      ),
    )
    .orderBy(asc(runs.createdAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return run;
}

/** Waits for the batch that is under way. */
export async function lockRun(tx: Tx, id: string): Promise<RunRecord | undefined> {
  const [run] = await tx.select().from(runs).where(eq(runs.id, id)).for('update');
  return run;
}

export async function findRun(tx: Tx, id: string): Promise<RunRecord | undefined> {
  const [run] = await tx.select().from(runs).where(eq(runs.id, id));
  return run;
}

export async function updateRun(tx: Tx, id: string, set: Partial<RunRecord>): Promise<void> {
  await tx.update(runs).set(set).where(eq(runs.id, id));
}

export async function insertRunRows(tx: Tx, rows: (typeof runRows.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(runRows).values(rows);
}

const withStarter = { run: runs, startedByName: accounts.name };

export async function findRunWithStarter(
  tx: Tx,
  id: string,
): Promise<{ run: RunRecord; startedByName: string | null } | undefined> {
  const [row] = await tx
    .select(withStarter)
    .from(runs)
    .leftJoin(accounts, eq(accounts.id, runs.startedBy))
    .where(eq(runs.id, id));
  return row;
}

/** Newest first; with `since` also those that are open whatever their age. */
export async function listRuns(
  tx: Tx,
  filter: { openOrSince?: Date; after: Keyset | null; limit: number },
): Promise<{ run: RunRecord; startedByName: string | null }[]> {
  return tx
    .select(withStarter)
    .from(runs)
    .leftJoin(accounts, eq(accounts.id, runs.startedBy))
    .where(
      and(
        filter.openOrSince
          ? or(inArray(runs.status, [...openRunStatuses]), gte(runs.finishedAt, filter.openOrSince))
          : undefined,
        behind({ at: runs.createdAt, id: runs.id }, filter.after, 'desc'),
      ),
    )
    .orderBy(desc(runs.createdAt), desc(runs.id))
    .limit(filter.limit);
}

/** In the order of the file. */
export async function listRunRows(
  tx: Tx,
  filter: { runId: string; result?: RunRowResult; noted?: boolean; after: number; limit: number },
): Promise<RunRowRecord[]> {
  return tx
    .select()
    .from(runRows)
    .where(
      and(
        eq(runRows.runId, filter.runId),
        filter.result ? eq(runRows.result, filter.result) : undefined,
        filter.noted ? eq(runRows.noted, true) : undefined,
        gt(runRows.position, filter.after),
      ),
    )
    .orderBy(asc(runRows.position))
    .limit(filter.limit);
}

/** Empties what may name people or companies; results and codes stay. */
export async function forgetRunRows(tx: Tx, runIds: string[]): Promise<void> {
  if (runIds.length === 0) return;
  await tx
    .update(runRows)
    .set({ name: null, message: null, notes: [], fingerprint: null })
    .where(inArray(runRows.runId, runIds));
}

/** Every run about one thing. */
export async function listRunIdsOf(tx: Tx, subjectId: string): Promise<string[]> {
  const rows = await tx.select({ id: runs.id }).from(runs).where(eq(runs.subjectId, subjectId));
  return rows.map(({ id }) => id);
}
