import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenProgram } from '../../../test/given/friends.ts';
import { World } from '../../../test/given/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const summary = async () => (await world.asStaff('manager')).home.summary();

test('a new house has its first steps before it, and they are ticked as they are done', async () => {
  expect((await summary()).firstSteps).toEqual({
    colleagues: false,
    partners: false,
    coverage: false,
    programs: false,
  });
  await givenProgram(world);
  await world.asStaff('finance');
  const manager = await world.asStaff('manager');
  await manager.partners.invite({
    name: 'First Brokers',
    contactName: 'Ravi Iyer',
    email: 'first@partner.test',
    partnerTypeCode: 'broker',
    regions: ['AE'],
  });
  expect((await summary()).firstSteps).toMatchObject({ colleagues: true, partners: true, programs: true });
});
