import { workRuns } from '../domains/runs/index.ts';
import { inScope } from '../platform/context.ts';
import type { JobContext } from './job.ts';
import { countWaitingEvents, sealAudit, takeEvents } from './outbox.queries.ts';
import { registry } from './registry.ts';

/**
 * Runs, in this process and in order, everything the worker would do with the events that wait now and with those
 * they cause. For journeys and the demo, where time is not the wall clock's.
 */
export async function runPending(ctx: JobContext): Promise<void> {
  for (;;) {
    while (await workRuns(ctx, registry.runs));
    const { events, waiting } = await inScope(ctx, async (tx) => ({
      events: await takeEvents(tx, 200),
      waiting: await countWaitingEvents(tx),
    }));
    for (const event of events) {
      for (const handler of registry.handlers) {
        if (handler.on.includes(event.type)) await handler.run(ctx, event);
      }
    }
    if (events.length === 0) {
      if (waiting === 0) break;
      // A transaction elsewhere on this server still holds the horizon down.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/**
 * Runs every time-caused task once, as of the clock of the context.
 * @param without names of tasks to leave out
 */
export async function runPeriodic(ctx: JobContext, without: readonly string[] = []): Promise<void> {
  for (const task of registry.tasks) if (!without.includes(task.name)) await task.run(ctx);
  while ((await inScope(ctx, (tx) => sealAudit(tx, 5000))) > 0);
}
