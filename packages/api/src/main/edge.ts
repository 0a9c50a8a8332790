import { createEdgeServer } from '../edge/http.ts';
import { edgeRoutes } from '../edge/routes.ts';
import { assembleProcess, onLeave } from './process.ts';

// A call takes up to three turns with the database: with this much patience each, it is refused within two seconds or
// so when the database is away, and can be made again.
const parts = assembleProcess('edge', { connections: 16, connectSeconds: 0.9 });
const { settings, db, log } = parts;

const isLeaving = onLeave(log, async () => {
  // Requests under way are answered; idle keep-alive connections are let go.
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  await db.end();
});

const server = createEdgeServer({
  routes: edgeRoutes(parts),
  log,
  trustProxy: settings.trustProxy,
  ready: async () => !isLeaving() && db.answers(1500),
  databaseAnswers: () => db.answers(900),
});
server.prependListener('request', (_request, response) => {
  if (isLeaving()) response.setHeader('connection', 'close');
});
server.listen(settings.edgePort, settings.host);
log.info('edge listens');
