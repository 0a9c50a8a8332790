import type { Tx } from '@goodword/db';
import { runs } from '@goodword/db/schema';
import { runMachine } from '@goodword/db/vocabulary';
import { getAccount } from '../../auth/accounts.queries.ts';
import { type Context, inScope } from '../../platform/context.ts';
import { moveState } from '../../platform/move-state.queries.ts';
import type { RunKind } from './run-kind.ts';
import {
  claimRun,
  insertRunRows,
  lockRun,
  type NewRunRow,
  type RunRecord,
  updateRun,
} from './runs.queries.ts';

/** A batch is one transaction, and relay and sealer wait for the oldest: it ends soon. */
const MOST_ROWS = 50;
const MOST_MS = 700;
/** Failures in a row, without any progress between them, after which a run is given up. */
const MOST_ATTEMPTS = 5;

/** Thrown out of a failed batch, so that the failure is counted for the right run. */
class BatchFailed extends Error {
  constructor(
    readonly runId: string,
    cause: unknown,
  ) {
    super('a batch of a run failed', { cause });
  }
}

/**
 * Works one batch of one run: the oldest that waits, or the one with this id. Any number of processes may call this at
 * once; each run is worked by one at a time.
 * @returns whether there was something to work
 * @throws what made the batch fail; it is tried again later, and given up after five failures in a row
 */
export async function workRuns(ctx: Context, kinds: readonly RunKind[], id?: string): Promise<boolean> {
  try {
    return await inScope(ctx, async (tx) => {
      const now = ctx.clock.now();
      const run = await claimRun(tx, { kinds: kinds.map(({ name }) => name), now, id });
      if (!run) return false;
      try {
        await workBatch(tx, await asStarter(tx, ctx, run), kinds, run);
      } catch (error) {
        throw new BatchFailed(run.id, error);
      }
      return true;
    });
  } catch (error) {
    if (!(error instanceof BatchFailed)) throw error;
    await countFailure(ctx, error.runId);
    throw error.cause;
  }
}

/** The trail names the person whose run it is; the rights are those of the worker. */
async function asStarter(tx: Tx, ctx: Context, run: RunRecord): Promise<Context> {
  const account = run.startedBy ? await getAccount(tx, run.startedBy) : undefined;
  if (!account?.staffRole) return { ...ctx, requestId: run.id };
  const actor = { type: 'staff' as const, accountId: account.id, role: account.staffRole };
  return { ...ctx, actor, requestId: run.id };
}

async function workBatch(tx: Tx, ctx: Context, kinds: readonly RunKind[], run: RunRecord): Promise<void> {
  const now = ctx.clock.now();
  if (run.status === 'queued') await move(tx, ctx, run.id, 'running', { startedAt: now });
  const end = Math.min(run.total, run.done + MOST_ROWS);
  const rows: NewRunRow[] = [];
  if (run.done < end) {
    const kind = kinds.find(({ name }) => name === run.kind);
    const workRow = await kind?.open(tx, ctx, run, { from: run.done, to: end });
    const begun = performance.now();
    for (let at = run.done; workRow && at < end; at++) {
      rows.push(await workRow(at));
      if (performance.now() - begun > MOST_MS) break;
    }
  }
  await insertRunRows(
    tx,
    rows.map((row, index) => ({
      ...row,
      runId: run.id,
      position: run.done + index,
      noted: row.notes.length > 0,
    })),
  );
  const done = run.done + rows.length;
  // Progress is no decision of anybody: it leaves no entry in the trail, what the rows did has its own.
  await updateRun(tx, run.id, { done, counts: addCounts(run.counts, rows), attempts: 0, retryAt: null });
  if (done === run.total) await move(tx, ctx, run.id, 'completed', { finishedAt: now });
}

function addCounts(before: Record<string, number>, rows: readonly NewRunRow[]): Record<string, number> {
  const counts = { ...before };
  const add = (key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const row of rows) {
    add(row.result);
    if (row.notes.length > 0) add('noted');
  }
  return counts;
}

async function countFailure(ctx: Context, id: string): Promise<void> {
  await inScope(ctx, async (tx) => {
    const run = await lockRun(tx, id);
    if (run?.status !== 'queued' && run?.status !== 'running') return;
    const attempts = run.attempts + 1;
    const now = ctx.clock.now();
    if (attempts >= MOST_ATTEMPTS) {
      await move(tx, ctx, id, 'failed', { finishedAt: now, attempts });
    } else {
      await updateRun(tx, id, { attempts, retryAt: new Date(now.getTime() + attempts * 1000) });
    }
  });
}

function move(
  tx: Tx,
  ctx: Context,
  id: string,
  to: RunRecord['status'],
  set: Partial<RunRecord>,
): Promise<unknown> {
  return moveState(tx, ctx, { machine: runMachine, table: runs, id, to, set });
}
