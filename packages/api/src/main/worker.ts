import { setTimeout as sleep } from 'node:timers/promises';
import { createEdgeServer } from '../edge/http.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { assembleProcess, onLeave, workerContext } from './process.ts';

const WAIT_MS = 250;

const parts = assembleProcess('worker', { connections: 10 });
const { settings, db, log } = parts;
let worker: Worker | undefined;

const isLeaving = onLeave(log, async () => {
  await worker?.stop();
  health.close();
  await db.end();
});

const health = createEdgeServer({
  routes: [],
  log,
  trustProxy: false,
  ready: async () => worker !== undefined && !isLeaving() && db.answers(1500),
  databaseAnswers: () => db.answers(900),
});
health.listen(settings.workerPort, settings.host);

// A database that is still coming back is waited for: ending here would only be started again, later each time.
while (!isLeaving() && !(await db.answers(1500))) await sleep(WAIT_MS);
if (!isLeaving()) worker = await startWorker(workerContext(parts), log);
log.info('worker runs');
