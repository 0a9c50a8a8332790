import type { Tx } from '@goodword/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../../test/given/world.ts';
import type { Context } from '../platform/context.ts';
import { recordChange } from '../platform/record.queries.ts';
import { once } from './once.ts';

let world: World;
let ctx: Context;

beforeAll(async () => {
  world = await World.open();
  ctx = { ...world.system, scope: { audience: 'edge' }, actor: { type: 'system_key', apiKeyId: 'key_test' } };
});
afterAll(() => world.close());

const request = (key: string) => ({ apiKeyId: 'key_test', key, requestHash: 'hash', successStatus: 200 });

const effect = (subjectId: string) => async (tx: Tx) => {
  await recordChange(tx, ctx, { action: 'test.done', subjectType: 'test', subjectId });
  return { subjectId };
};

async function effectsOn(subjectId: string): Promise<number> {
  const rows = await world.owner`select id from outbox where subject_id = ${subjectId}`;
  return rows.length;
}

test('a crash before the answer is stored leaves no effect, and the call can be made again', async () => {
  const crash = once(ctx, request('crash'), async (tx) => {
    await effect('crash')(tx);
    throw new Error('the process died');
  });
  await expect(crash).rejects.toThrow('the process died');
  expect(await effectsOn('crash')).toBe(0);
  expect(await once(ctx, request('crash'), effect('crash'))).toMatchObject({ status: 200 });
  expect(await effectsOn('crash')).toBe(1);
});

test('a lost answer is replayed byte for byte without doing the work again', async () => {
  const first = await once(ctx, request('lost'), effect('lost'));
  const again = await once(ctx, request('lost'), async () => {
    throw new Error('the work ran twice');
  });
  expect(again.rawBody).toBe(first.rawBody);
  expect(again.headers).toEqual({ 'idempotent-replayed': 'true' });
  expect(await effectsOn('lost')).toBe(1);
});

test('the same key of another system is another call', async () => {
  await once(ctx, request('shared'), effect('shared-1'));
  await once(ctx, { ...request('shared'), apiKeyId: 'key_other' }, effect('shared-2'));
  expect(await effectsOn('shared-2')).toBe(1);
});

test('a call that waits too long for the first is told to ask again', async () => {
  let finish = () => {};
  let started = () => {};
  const running = new Promise<void>((resolve) => {
    started = resolve;
  });
  const first = once(ctx, request('slow'), async (tx) => {
    started();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return effect('slow')(tx);
  });
  await running;
  const second = once(ctx, request('slow'), effect('slow'));
  await expect(second).rejects.toMatchObject({ code: 'in_flight', retryAfterSeconds: 1 });
  finish();
  await first;
  expect(await effectsOn('slow')).toBe(1);
});

test('answers are kept for a month and then forgotten', async () => {
  await once(ctx, request('old'), effect('old'));
  const kept = async () => {
    const rows = await world.owner`select key from idempotency_keys where key = 'old'`;
    return rows.length;
  };
  world.clock.advanceDays(29);
  await world.tick();
  expect(await kept()).toBe(1);
  world.clock.advanceDays(2);
  await world.tick();
  expect(await kept()).toBe(0);
});
