import { JOB_QUEUE } from '@goodword/db';
import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { inScope } from '../platform/context.ts';
import { createQueue, insertJobs, type QueuedJob } from '../platform/queue.ts';
import type { JobContext } from './job.ts';
import { claimTask, sealAudit, takeEvents } from './outbox.queries.ts';
import { type Registry, registry } from './registry.ts';

const RELAY_PAUSE_MS = 200;
const JOB_PAUSE_MS = 300;
const SEAL_PAUSE_MS = 1000;
const RELAY_BATCH = 500;
const JOB_BATCH = 10;

export interface Worker {
  stop(): Promise<void>;
}

/** Starts relay, job processing, sealer and periodic tasks. Any number of workers can run at once. */
export async function startWorker(ctx: JobContext, log: Logger, known: Registry = registry): Promise<Worker> {
  const boss = createQueue(ctx.db, { supervise: true });
  boss.on('error', (error) => log.error({ err: error }, 'queue'));
  await boss.start();
  const inTurn = createTurns();
  const loops = [
    repeat(log, 'relay', RELAY_PAUSE_MS, async () => {
      // Full batches follow each other without a pause.
      while ((await relayOnce(ctx, boss, known)) === RELAY_BATCH);
    }),
    repeat(log, 'jobs', JOB_PAUSE_MS, async () => {
      while ((await workOnce(ctx, boss, known, log)) === JOB_BATCH);
    }),
    repeat(log, 'sealer', SEAL_PAUSE_MS, async () => {
      while ((await inScope(ctx, (tx) => sealAudit(tx, 5000))) === 5000);
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
      await Promise.all(loops.map((loop) => loop.stop()));
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
 * Runs the next jobs side by side; returns how many. Each is completed or failed for itself, so one that fails does
 * not repeat the others. What a killed process had taken is handed out again when its time is up.
 */
async function workOnce(ctx: JobContext, boss: PgBoss, known: Registry, log: Logger): Promise<number> {
  const jobs = await boss.fetch<QueuedJob>(JOB_QUEUE, { batchSize: JOB_BATCH });
  await Promise.all(
    jobs.map(async (job) => {
      const { event, handler: name } = job.data;
      try {
        const handler = known.handlers.find((candidate) => candidate.name === name);
        if (!handler) throw new Error(`no handler is called ${name}`);
        const jobContext = { ...ctx, requestId: event.requestId };
        await handler.run(jobContext, { ...event, occurredAt: new Date(event.occurredAt) });
        await boss.complete(JOB_QUEUE, job.id);
      } catch (error) {
        log.error(
          { err: error, handler: name, eventType: event.type, subjectId: event.subjectId },
          'job failed',
        );
        await boss.fail(JOB_QUEUE, job.id, { name: error instanceof Error ? error.name : 'unknown' });
      }
    }),
  );
  return jobs.length;
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
