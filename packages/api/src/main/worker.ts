import { createEdgeServer } from '../edge/http.ts';
import { startWorker } from '../jobs/worker.ts';
import { assembleProcess, onLeave, workerContext } from './process.ts';

const parts = assembleProcess('worker', { connections: 10 });
const { settings, db, log } = parts;
const worker = await startWorker(workerContext(parts), log);

let leaving = false;
const health = createEdgeServer({
  routes: [],
  log,
  trustProxy: false,
  ready: async () =>
    !leaving &&
    db.ping(1500).then(
      () => true,
      () => false,
    ),
});
health.listen(settings.workerPort, settings.host);
log.info('worker runs');

onLeave(log, async () => {
  leaving = true;
  await worker.stop();
  health.close();
  await db.end();
});
