import { connect, DEAD_QUEUE, JOB_QUEUE } from '@goodword/db';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { World } from '../../test/given/world.ts';
import { inScope } from '../platform/context.ts';
import { createQueue } from '../platform/queue.ts';
import { recordChange } from '../platform/record.queries.ts';
import type { DomainEvent, JobContext, JobHandler } from './job.ts';
import { startWorker, type Worker } from './worker.ts';

let world: World;
let workers: Worker[] = [];
const log = pino({ level: 'silent' });

beforeEach(async () => {
  world = await World.open();
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await world.close();
});

const handler = (run: (event: DomainEvent) => Promise<void>): JobHandler => ({
  name: 'probe',
  on: ['probe.happened'],
  run: (_ctx, event) => run(event),
});

async function start(
  probe: JobHandler,
  tasks: Parameters<typeof startWorker>[2] = { handlers: [], tasks: [], runs: [] },
) {
  workers.push(await startWorker(world.system, log, { ...tasks, handlers: [probe] }));
}

const happen = (subjectId: string) =>
  inScope(world.system, (tx) =>
    recordChange(tx, world.system, { action: 'probe.happened', subjectType: 'probe', subjectId }),
  );

async function until(condition: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('did not happen in time');
}

test('with two workers every committed event is handled exactly once, and a rolled-back one never', async () => {
  const handled: string[] = [];
  const probe = handler(async (event) => {
    handled.push(event.subjectId);
  });
  await start(probe);
  await start(probe);
  const subjects = Array.from({ length: 60 }, (_, n) => `thing-${n}`);
  await Promise.all(subjects.map(happen));
  await expect(
    inScope(world.system, async (tx) => {
      await recordChange(tx, world.system, {
        action: 'probe.happened',
        subjectType: 'probe',
        subjectId: 'undone',
      });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow();
  await until(() => handled.length >= subjects.length, 40);
  expect(handled.toSorted()).toEqual(subjects.toSorted());
}, 60_000);

test('a job that fails is tried again until it works', async () => {
  let tries = 0;
  await start(
    handler(async () => {
      tries += 1;
      if (tries < 2) throw new Error('not yet');
    }),
  );
  await happen('stubborn');
  await until(() => tries === 2);
});

test('a job whose process was killed is handed out again', async () => {
  const queue = createQueue(world.db, { supervise: false });
  const event = {
    id: '1',
    type: 'probe.happened',
    subjectId: 'orphan',
    payload: {},
    occurredAt: new Date().toISOString(),
    requestId: 'r',
  };
  await queue.insert([{ name: JOB_QUEUE, data: { handler: 'probe', event }, expireInSeconds: 1 }]);
  // Taken and never finished: what a killed process leaves behind.
  expect(await queue.fetch(JOB_QUEUE)).toHaveLength(1);
  const handled: string[] = [];
  await start(
    handler(async ({ subjectId }) => {
      handled.push(subjectId);
    }),
  );
  await until(() => handled.includes('orphan'), 30);
}, 40_000);

test('a job that failed for good waits on the dead list, and a retry by hand runs it', async () => {
  const queue = createQueue(world.db, { supervise: false });
  let broken = true;
  const handled: string[] = [];
  await start(
    handler(async ({ subjectId }) => {
      if (broken) throw new Error('broken');
      handled.push(subjectId);
    }),
  );
  const event = {
    id: '1',
    type: 'probe.happened',
    subjectId: 'dead',
    payload: {},
    occurredAt: new Date().toISOString(),
    requestId: 'r',
  };
  await queue.insert([
    { name: JOB_QUEUE, data: { handler: 'probe', event }, retryLimit: 0, deadLetter: DEAD_QUEUE },
  ]);
  const admin = await world.asStaff('admin');
  await until(async () => (await admin.jobs.overview()).dead.length === 1);
  const [job] = (await admin.jobs.overview()).dead;
  expect(job).toMatchObject({ handler: 'probe', subjectId: 'dead' });
  broken = false;
  await admin.jobs.retry({ id: job?.id ?? '' });
  await expect(admin.jobs.retry({ id: job?.id ?? '' })).rejects.toThrow(/does not exist/);
  await until(() => handled.includes('dead'));
});

test('more tasks than connections take turns, and events are handled meanwhile', async () => {
  const db = connect({ url: world.place.url, max: 4 });
  try {
    const ran = new Set<string>();
    const handled: string[] = [];
    const tasks = Array.from({ length: 12 }, (_, n) => ({
      name: `task-${n}`,
      everySeconds: 1,
      run: (ctx: JobContext) => inScope(ctx, async () => void ran.add(`task-${n}`)),
    }));
    const probe = handler(async ({ subjectId }) => {
      handled.push(subjectId);
    });
    workers.push(await startWorker({ ...world.system, db }, log, { handlers: [probe], tasks, runs: [] }));
    await happen('meanwhile');
    await until(() => ran.size === tasks.length && handled.length === 1);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
    await db.end();
  }
});
