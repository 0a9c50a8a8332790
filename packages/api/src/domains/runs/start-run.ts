import type { Tx } from '@goodword/db';
import type { RunKindName } from '@goodword/db/vocabulary';
import { actorId, type Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { newId } from '../../shared/id.ts';
import { insertRun } from './runs.queries.ts';

/** Queues long work in the caller's transaction; the worker takes it up within a second. */
export async function startRun(
  tx: Tx,
  ctx: Context,
  { kind, subjectId, total }: { kind: RunKindName; subjectId: string; total: number },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('run', now);
  await insertRun(tx, {
    id,
    kind,
    subjectId,
    status: 'queued',
    total,
    done: 0,
    counts: {},
    attempts: 0,
    startedBy: actorId(ctx.actor),
    createdAt: now,
  });
  await recordChange(tx, ctx, {
    action: 'run.queued',
    subjectType: 'run',
    subjectId: id,
    to: 'queued',
    payload: { kind, subject: subjectId },
  });
  return id;
}
