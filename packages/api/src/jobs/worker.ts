import { JOB_QUEUE } from '@goodword/db';
import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { workRuns } from '../domains/runs/index.ts';
import { inScope } from '../platform/context.ts';
import { createQueue, insertJobs, type QueuedJob } from '../platform/queue.ts';
import type { JobContext } from './job.ts';
import { claimTask, sealAudit, takeEvents } from './outbox.queries.ts';
import { type Registry, registry } from './registry.ts';

const RELAY_PAUSE_MS = 200;
const JOB_PAUSE_MS = 300;
const SEAL_PAUSE_MS = 1000;
const RUNS_PAUSE_MS = 500;
const RELAY_BATCH = 500;
const JOBS_AT_ONCE = 10;

export interface Worker {
  stop(): Promise<void>;
}

/** Starts relay, job processing, sealer and periodic tasks. Any number of workers can run at once. */
export async function startWorker(ctx: JobContext, log: Logger, known: Registry = registry): Promise<Worker> {
  const boss = createQueue(ctx.db, { supervise: true });
  boss.on('error', (error) => log.error({ err: error }, 'queue'));
  await boss.start();
  const inTurn = createTurns();
  const running = new Set<Promise<void>>();
  let stopping = false;
  const loops = [
    repeat(log, 'relay', RELAY_PAUSE_MS, async () => {
      // Full batches follow each other without a pause.
      while ((await relayOnce(ctx, boss, known)) === RELAY_BATCH);
    }),
    repeat(log, 'jobs', JOB_PAUSE_MS, async () => {
      // A job that takes long holds one place and not the others up.
      while (!stopping && (await startJobs(ctx, boss, known, log, running)) > 0) {
        if (running.size === JOBS_AT_ONCE) await Promise.race(running);
      }
    }),
    repeat(log, 'sealer', SEAL_PAUSE_MS, async () => {
      while ((await inScope(ctx, (tx) => sealAudit(tx, 5000))) === 5000);
    }),
    repeat(log, 'runs', RUNS_PAUSE_MS, async () => {
      // Batch by batch, so that a worker told to stop ends after the one it is in.
      while (!stopping && (await workRuns(ctx, known.runs)));
    }),
    ...known.tasks.map((task) =>
      repeat(log, task.name, task.everySeconds * 1000, () =>
        // The claim holds while the task runs, which uses transactions of its own: side by side, claims could take
        // the whole pool, and each would wait for a connection of another for ever.
        inTurn(() =>
          inScope(ctx, async (tx) => {
            if (await claimTask(tx, task.name)) await task.run(ctx);
          }),
        ),
      ),
    ),
  ];

  return {
    async stop() {
      stopping = true;
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all(running);
      await boss.stop({ graceful: false, wait: true });
    },
  };
}

/** Moves committed events into the queue; returns how many. */
export function relayOnce(ctx: JobContext, boss: PgBoss, known: Registry): Promise<number> {
  return inScope(ctx, async (tx) => {
    const events = await takeEvents(tx, RELAY_BATCH);
    const jobs = events.flatMap((event) =>
      known.handlers
        .filter(({ on }) => on.includes(event.type))
        .map((handler) => ({
          handler: handler.name,
          event: { ...event, occurredAt: event.occurredAt.toISOString() },
        })),
    );
    await insertJobs(boss, tx, jobs);
    return events.length;
  });
}

/**
 * Starts as many of the next jobs as there are free places; returns how many. Each is completed or failed for itself,
 * so one that fails does not repeat the others. What a killed process had taken is handed out again when its time is up.
 */
async function startJobs(
  ctx: JobContext,
  boss: PgBoss,
  known: Registry,
  log: Logger,
  running: Set<Promise<void>>,
): Promise<number> {
  const jobs = await boss.fetch<QueuedJob>(JOB_QUEUE, { batchSize: JOBS_AT_ONCE - running.size });
  for (const job of jobs) {
    const work = runJob(ctx, boss, known, log, job)
      // Its time runs out and it is handed out again.
      .catch((error) => log.error({ err: error }, 'the end of a job could not be noted'))
      .finally(() => running.delete(work));
    running.add(work);
  }
  return jobs.length;
}

async function runJob(
  ctx: JobContext,
  boss: PgBoss,
  known: Registry,
  log: Logger,
  job: PgBoss.Job<QueuedJob>,
): Promise<void> {
  const { event, handler: name } = job.data;
  try {
    const handler = known.handlers.find((candidate) => candidate.name === name);
    if (!handler) throw new Error(`no handler is called ${name}`);
    const jobContext = { ...ctx, requestId: event.requestId };
    await handler.run(jobContext, { ...event, occurredAt: new Date(event.occurredAt) });
    await boss.complete(JOB_QUEUE, job.id);
  } catch (error) {
    log.error({ err: error, handler: name, eventType: event.type, subjectId: event.subjectId }, 'job failed');
    await boss.fail(JOB_QUEUE, job.id, { name: error instanceof Error ? error.name : 'unknown' });
  }
}

/** Lets one work at a time, in the order asked. */
function createTurns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

interface Loop {
  stop(): Promise<void>;
}

/** Runs `work` again and again; a failure is logged and the next round tries again. */
function repeat(log: Logger, name: string, pauseMs: number, work: () => Promise<void>): Loop {
  let stopped = false;
  let wake = () => {};
  const running = (async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        log.error({ err: error, loop: name }, 'a round failed');
      }
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
