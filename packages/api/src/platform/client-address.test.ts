import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createEdgeServer } from '../edge/http.ts';
import { nearestAddress, stateSocketAddresses } from './client-address.ts';
import { createLog } from './log.ts';

const claimed = { 'x-forwarded-for': '203.0.113.7, 198.51.100.2', 'x-real-ip': '203.0.113.8' };

async function ask(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}/`, { headers: claimed })).text();
}

const edge = (trustProxy: boolean) =>
  createEdgeServer({
    routes: [
      { method: 'GET', path: '/', handle: async ({ address }) => ({ status: 200, rawBody: address }) },
    ],
    log: createLog('test', 'silent'),
    trustProxy,
    ready: async () => true,
    databaseAnswers: async () => true,
  });

test('behind a trusted proxy the address it saw counts, not what the caller sent it', async () => {
  expect(await ask(edge(true))).toBe('198.51.100.2');
});

test('without a trusted proxy nothing that a caller claims counts', async () => {
  expect(await ask(edge(false))).toBe('127.0.0.1');
  stateSocketAddresses();
  const app = createServer((req, res) => {
    res.end(nearestAddress(req.headers['x-forwarded-for'] as string));
  });
  expect(await ask(app)).toBe('127.0.0.1');
});

test('what is no address is unknown', () => {
  for (const odd of [null, undefined, '', 'a, b', '10.0.0.1,', '10.0.0.1:99']) {
    expect(nearestAddress(odd)).toBe('unknown');
  }
  expect(nearestAddress('2001:db8::1')).toBe('2001:db8::1');
});
