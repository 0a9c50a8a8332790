import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createLog } from '../platform/log.ts';
import { createEdgeServer } from './http.ts';

/** Asks a route that works for two and a half seconds, while the database is there as often as said. */
async function askSlowRoute(answers: () => boolean): Promise<{ status: number; seconds: number }> {
  const server = createEdgeServer({
    routes: [
      {
        method: 'GET',
        path: '/slow',
        handle: () =>
          new Promise((resolve) => {
            setTimeout(() => resolve({ status: 200 }), 2500).unref();
          }),
      },
    ],
    log: createLog('test', 'silent'),
    trustProxy: false,
    ready: async () => true,
    databaseAnswers: async () => answers(),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const begun = performance.now();
  const { port } = server.address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${port}/slow`);
  server.close();
  return { status, seconds: (performance.now() - begun) / 1000 };
}

test('a call that waits on a database that is gone is refused; one that only takes long is answered', async () => {
  let asked = 0;
  const [gone, goneLater, there] = await Promise.all([
    askSlowRoute(() => false),
    askSlowRoute(() => asked++ === 0),
    askSlowRoute(() => true),
  ]);
  expect([gone.status, goneLater.status, there.status]).toEqual([503, 503, 200]);
  expect(gone.seconds).toBeLessThan(goneLater.seconds);
});
