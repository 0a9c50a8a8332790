import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../../test/given/world.ts';
import { seedDemo } from './seed-demo.ts';

let world: World;

beforeAll(async () => {
  world = await World.open(new Date('2026-11-02T10:00:00Z'), { installed: false });
  await seedDemo(world.system);
}, 240_000);
afterAll(() => world.close());

test('a second run changes nothing', async () => {
  expect(await seedDemo(world.system)).toBe(false);
});
