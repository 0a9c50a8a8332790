import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../src/shared/clock.ts';
import { type GivenPartner, givenActivePartner } from '../given/partners.ts';
import { World } from '../given/world.ts';

let world: World;
let bank: GivenPartner;

beforeAll(async () => {
  world = await World.open();
  bank = await givenActivePartner(world, { name: 'Straits Bank', type: 'banker', regions: ['SG'] });
});
afterAll(() => world.close());

const coordinator = () => world.asStaff('coordinator');
const overdue = async () => (await (await coordinator()).home.summary()).waiting.overduePartners;

test('an administrator says what bankers may be given, and how often they hear from us', async () => {
  const manager = await world.asStaff('manager');
  const rule = { partnerTypeCode: 'banker', cadenceDays: 60, giftLimitMinor: 150_00n, currency: 'SGD' };
  await manager.care.setRule(rule);
  expect((await manager.care.rules()).find((row) => row.partnerTypeCode === 'banker')).toMatchObject(rule);
});

test('after 60 days without a word the bank waits on Home and leads the list of Care', async () => {
  expect(await overdue()).toBe(0);
  world.clock.advanceDays(61);
  expect(await overdue()).toBe(1);
  const { rows } = await (await coordinator()).care.due({});
  expect(rows).toMatchObject([
    { partnerName: 'Straits Bank', partnerTypes: 'Banker', cadenceDays: 60, overdue: true },
  ]);
});

test('a lunch is planned and takes place: nothing waits any more', async () => {
  const staff = await coordinator();
  const { id } = await staff.care.record({
    partnerId: bank.partnerId,
    kind: 'lunch',
    status: 'planned',
    heldAt: addDays(world.clock.now(), 1),
    value: { amountMinor: 90_00n, currency: 'SGD' },
  });
  expect(await overdue()).toBe(1);
  world.clock.advanceDays(2);
  await staff.care.complete({ id, note: 'They open a second branch.' });
  expect(await overdue()).toBe(0);
});

test('a gift that the lunch leaves no room for is refused with the sum left, and a smaller one is fine', async () => {
  const staff = await coordinator();
  const gift = (amountMinor: bigint) =>
    staff.care.record({
      partnerId: bank.partnerId,
      kind: 'gift',
      heldAt: world.clock.now(),
      value: { amountMinor, currency: 'SGD' },
    });
  await expect(gift(80_00n)).rejects.toThrow(
    'Banker: SGD 60.00 of SGD 150.00 is left for this partner in 2026.',
  );
  await gift(60_00n);
  const { limits } = await staff.care.ofPartner({ partnerId: bank.partnerId });
  expect(limits).toMatchObject([{ typeName: 'Banker', leftMinor: 0n }]);
});

test('the bank itself knows of none of it', async () => {
  const owner = await world.asPartner(bank.email);
  await expect(owner.care.ofPartner({ partnerId: bank.partnerId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const seen = JSON.stringify([await owner.portalProfile.get(), await owner.portal.home()], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(seen).not.toMatch(/second branch|touchpoint|gift/i);
});
