import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { addMinutes } from '../../shared/clock.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, encodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import type { runSummary } from '../../shared/run-shapes.ts';
import { findRun, findRunWithStarter, listRunRows, listRuns, type RunRecord } from './runs.queries.ts';
import type { listRunRowsInput, listRunsInput, runRowSummary } from './runs.schema.ts';

/** How long an ended run is still shown beside those that are under way. */
const RECENT_MINUTES = 2;

type Summary = z.infer<typeof runSummary>;

function summarise({ run, startedByName }: { run: RunRecord; startedByName: string | null }): Summary {
  const { id, kind, subjectId, status, total, done, counts, createdAt, startedAt, finishedAt } = run;
  return {
    id,
    kind,
    subjectId,
    status,
    total,
    done,
    counts,
    startedByName,
    createdAt,
    startedAt,
    finishedAt,
  };
}

/** Runs, newest first; of `open` ones also those that ended a moment ago. */
export async function readRuns(ctx: Context, input: z.infer<typeof listRunsInput>): Promise<Page<Summary>> {
  const since = addMinutes(ctx.clock.now(), -RECENT_MINUTES);
  const rows = await inScope(ctx, (tx) =>
    listRuns(tx, {
      openOrSince: input.open ? since : undefined,
      after: decodeCursor(input.cursor),
      limit: input.limit + 1,
    }),
  );
  const page = toPage(rows, input.limit, ({ run }) => ({ value: run.createdAt.toISOString(), id: run.id }));
  return { ...page, rows: page.rows.map(summarise) };
}

/** @throws `not_found` */
export async function readRun(ctx: Context, id: string): Promise<Summary> {
  const found = await inScope(ctx, (tx) => findRunWithStarter(tx, id));
  if (!found) throw notFound('run');
  return summarise(found);
}

/** The results of a run, in the order of the file. @throws `not_found` */
export async function readRunRows(
  ctx: Context,
  input: z.infer<typeof listRunRowsInput>,
): Promise<Page<z.infer<typeof runRowSummary>>> {
  return inScope(ctx, async (tx) => {
    if (!(await findRun(tx, input.runId))) throw notFound('run');
    const after = Number(decodeCursor(input.cursor)?.id ?? -1);
    const rows = await listRunRows(tx, {
      ...input,
      after: Number.isInteger(after) ? Math.max(-1, Math.min(after, 2 ** 31 - 1)) : -1,
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      rows: page.map(({ runId: _, fingerprint: __, noted: ___, ...row }) => row),
      nextCursor:
        rows.length > input.limit && last ? encodeCursor({ value: '', id: String(last.position) }) : null,
    };
  });
}
