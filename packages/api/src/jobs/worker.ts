import { JOB_QUEUE } from '@goodword/db';
import type { Logger } from 'pino';
import { inScope } from '../platform/context.ts';
import type { JobContext } from './job.ts';
import { claimTask, sealAudit, takeEvents } from './outbox.queries.ts';
import { createQueue, insertJobs, type QueuedJob } from './queue.ts';
import { handlerNamed, handlersFor, periodicTasks } from './registry.ts';

const RELAY_PAUSE_MS = 200;
const SEAL_PAUSE_MS = 1000;

export interface Worker {
  stop(): Promise<void>;
}

/** Starts relay, job processing, sealer and periodic tasks. Any number of workers can run at once. */
export async function startWorker(ctx: JobContext, log: Logger): Promise<Worker> {
  const boss = createQueue(ctx.db, { supervise: true });
  boss.on('error', (error) => log.error({ err: error }, 'queue'));
  await boss.start();
  await boss.work<QueuedJob>(JOB_QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (!job) return;
    const handler = handlerNamed(job.data.handler);
    if (!handler) throw new Error(`no handler is called ${job.data.handler}`);
    const { event } = job.data;
    await handler.run(
      { ...ctx, requestId: event.requestId },
      { ...event, occurredAt: new Date(event.occurredAt) },
    );
  });

  const loops = [
    repeat(log, 'relay', RELAY_PAUSE_MS, async () => {
      // Full batches follow each other without a pause.
      while ((await relayOnce(ctx, boss)) === RELAY_BATCH);
    }),
    repeat(log, 'sealer', SEAL_PAUSE_MS, async () => {
      while ((await inScope(ctx, (tx) => sealAudit(tx, 5000))) === 5000);
    }),
    ...periodicTasks.map((task) =>
      repeat(log, task.name, task.everySeconds * 1000, () =>
        // The claim holds while the task runs, which uses transactions of its own.
        inScope(ctx, async (tx) => {
          if (await claimTask(tx, task.name)) await task.run(ctx);
        }),
      ),
    ),
  ];

  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss.stop({ graceful: true, timeout: 15_000, wait: true });
    },
  };
}

const RELAY_BATCH = 500;

/** Moves committed events into the queue; returns how many. */
export function relayOnce(ctx: JobContext, boss: ReturnType<typeof createQueue>): Promise<number> {
  return inScope(ctx, async (tx) => {
    const events = await takeEvents(tx, RELAY_BATCH);
    const jobs = events.flatMap((event) =>
      handlersFor(event.type).map((handler) => ({
        handler: handler.name,
        event: { ...event, occurredAt: event.occurredAt.toISOString() },
      })),
    );
    await insertJobs(boss, tx, jobs);
    return events.length;
  });
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
