import { type Context, inScope } from '../../platform/context.ts';
import { createQueue, insertJobs, type QueuedJob } from '../../platform/queue.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { notFound } from '../../shared/errors.ts';
import { takeDeadJob } from './jobs.queries.ts';

/** Puts a job that failed for good back into the queue, once. */
export async function retryJob(ctx: Context, id: string): Promise<void> {
  const queue = createQueue(ctx.db, { supervise: false });
  await inScope(ctx, async (tx) => {
    const data = await takeDeadJob(tx, id);
    if (!data) throw notFound('job');
    await insertJobs(queue, tx, [data as QueuedJob]);
    await recordChange(tx, ctx, { action: 'job.retried', subjectType: 'job', subjectId: id });
  });
}
