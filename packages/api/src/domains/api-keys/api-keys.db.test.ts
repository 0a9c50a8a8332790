import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../../../test/given/world.ts';
import { addMinutes } from '../../shared/clock.ts';
import { authenticateSystem } from './authenticate-system.ts';

let world: World;
type Admin = Awaited<ReturnType<World['asStaff']>>;
let admin: Admin;

beforeAll(async () => {
  world = await World.open();
  admin = await world.asStaff('admin');
});
afterAll(() => world.close());

type Key = Awaited<ReturnType<Admin['apiKeys']['create']>>;
const newKey = (name = 'Clinic', scopes: ('events:write' | 'checkout:write')[] = ['events:write']) =>
  admin.apiKeys.create({ name, scopes });

const body = Buffer.from('{"type":"consultation.completed"}');

/** A call as the edge hands it on, signed by the key; anything about it can be bent. */
function call(key: Key, over: { authorization?: string; signedAt?: Date; signedBody?: Buffer } = {}) {
  const signedAt = over.signedAt ?? world.clock.now();
  const id = 'msg_1';
  return {
    authorization: over.authorization ?? `Bearer ${key.key}`,
    id,
    timestamp: String(Math.floor(signedAt.getTime() / 1000)),
    signature: new Webhook(key.signingSecret).sign(id, signedAt, (over.signedBody ?? body).toString()),
    body,
  };
}
const ask = (request: ReturnType<typeof call>, scope: 'events:write' | 'checkout:write' = 'events:write') =>
  authenticateSystem({ ...world.system, scope: { audience: 'edge' } }, request, scope);

test('a revoked key opens nothing from that moment on, and of two who revoke it one is told', async () => {
  const key = await newKey();
  expect(await ask(call(key))).toEqual({ id: key.id, source: 'Clinic' });
  const results = await Promise.allSettled([
    admin.apiKeys.revoke({ id: key.id }),
    admin.apiKeys.revoke({ id: key.id }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(ask(call(key))).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('a key opens what its scopes name and nothing else', async () => {
  const key = await newKey('Till', ['checkout:write']);
  expect((await ask(call(key), 'checkout:write')).source).toBe('Till');
  await expect(ask(call(key), 'events:write')).rejects.toMatchObject({
    code: 'forbidden',
    userMessage: expect.stringContaining('events:write'),
  });
});

test('a new key of the same name speaks for the same system, beside the old one and after it', async () => {
  const [old, fresh] = [await newKey('Rotated'), await newKey('Rotated')];
  expect((await ask(call(old))).source).toBe((await ask(call(fresh))).source);
  await admin.apiKeys.revoke({ id: old.id });
  await expect(ask(call(old))).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await ask(call(fresh))).toEqual({ id: fresh.id, source: 'Rotated' });
});

test('a call counts when it was signed over this very body, by this key, within five minutes', async () => {
  const [key, other] = [await newKey(), await newKey()];
  const refused = { code: 'unauthenticated' };
  await expect(ask(call(key, { signedBody: Buffer.from('{}') }))).rejects.toMatchObject(refused);
  await expect(ask(call(other, { authorization: `Bearer ${key.key}` }))).rejects.toMatchObject(refused);
  for (const minutes of [-6, 6]) {
    const signedAt = addMinutes(world.clock.now(), minutes);
    await expect(ask(call(key, { signedAt })), String(minutes)).rejects.toMatchObject(refused);
  }
  expect(await ask(call(key, { signedAt: addMinutes(world.clock.now(), -4) }))).toMatchObject({ id: key.id });
});

test('neither secret is stored as it is, nor shown a second time', async () => {
  const key = await newKey();
  const [row] = await world.owner`select row_to_json(k)::text as text from api_keys k where id = ${key.id}`;
  expect(row?.text).not.toContain(key.key);
  expect(row?.text).not.toContain(key.signingSecret);
  expect(JSON.stringify(await admin.apiKeys.list())).not.toMatch(/gw_live_|whsec_/);
});
