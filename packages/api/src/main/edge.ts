import { setTimeout as sleep } from 'node:timers/promises';
import { createEdgeServer } from '../edge/http.ts';
import { edgeRoutes } from '../edge/routes.ts';
import { assembleProcess, onLeave } from './process.ts';

const parts = assembleProcess('edge', { connections: 16 });
const { settings, db, log } = parts;

/** How long it still serves after it said that it is not ready: whoever sends traffic needs that time to notice. */
const NOTICE_MS = 2000;

let leaving = false;
const server = createEdgeServer({
  routes: edgeRoutes(parts),
  log,
  trustProxy: settings.trustProxy,
  ready: async () =>
    !leaving &&
    db.ping(1500).then(
      () => true,
      () => false,
    ),
});
server.prependListener('request', (_request, response) => {
  if (leaving) response.setHeader('connection', 'close');
});
server.listen(settings.edgePort, settings.host);
log.info('edge listens');

onLeave(log, async () => {
  leaving = true;
  await sleep(NOTICE_MS);
  // Requests under way are answered; idle keep-alive connections are let go.
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  await db.end();
});
