import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, givenPatient, givenProgram, standardProgram } from '../../../test/given/friends.ts';
import { World } from '../../../test/given/world.ts';
import { addDays } from '../../shared/clock.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const draft = {
  name: 'Autumn',
  description: 'For autumn',
  programType: 'seasonal' as const,
  currency: 'USD',
  referrerRewardKind: 'credit' as const,
  referrerAmountMinor: 2500n,
  friendRewardKind: 'discount' as const,
  friendPercentBps: 1000,
  rewardThreshold: 1,
  inviteExpiryDays: 30,
  rewardExpiryDays: 90,
  holdDays: 14,
  healthProgram: true,
  jurisdictions: [] as string[],
  blockedPayers: [] as string[],
};

test('a program goes live only with place, payers, cap and a named reviewer, and says what is missing', async () => {
  const manager = await world.asStaff('manager');
  const { id } = await manager.programs.create(draft);
  const start = () => manager.programs.changeStatus({ id, to: 'active' });
  await expect(start()).rejects.toThrow(/countries or states.*excluded.*one patient may earn.*named person/);
  await manager.programs.update({ ...draft, id, jurisdictions: ['US'], blockedPayers: ['medicare'] });
  await expect(start()).rejects.toThrow(/one patient may earn/);
  const complete = { ...draft, jurisdictions: ['US'], blockedPayers: ['medicare'], yearlyCapMinor: 50_000n };
  await manager.programs.update({ ...complete, id });
  await manager.programs.review({ id, evidence: 'Memo of 2 March' });
  expect(await manager.programs.get({ id })).toMatchObject({
    reviewerName: 'manager person',
    status: 'draft',
  });
  await manager.programs.update({ ...complete, id, referrerAmountMinor: 9900n });
  await expect(start()).rejects.toThrow(/named person/);
  await manager.programs.review({ id, evidence: 'Memo of 3 March' });
  await start();
  await expect(manager.programs.update({ ...complete, id })).rejects.toThrow(/Pause it first/);
  expect((await manager.programs.get({ id })).moves).toEqual(['paused', 'ended']);
});

test('a credit needs its amount and a discount its percentage, in words on the field', async () => {
  const manager = await world.asStaff('manager');
  await expect(manager.programs.create({ ...draft, referrerAmountMinor: null })).rejects.toThrow(
    /amount of the credit/,
  );
  await expect(manager.programs.create({ ...draft, friendPercentBps: null })).rejects.toThrow(/discount/);
});

test('a program is offered inside its dates only, and ends by itself', async () => {
  const now = world.clock.now();
  const id = await givenProgram(world, {
    name: 'May only',
    startsAt: addDays(now, 5),
    endsAt: addDays(now, 10),
  });
  await givenPatient(world, { email: 'amal@mail.test' });
  const offered = async () => {
    const programs = await (await world.asPatient('amal@mail.test')).programs.active();
    return programs.some((program) => program.id === id);
  };
  expect(await offered()).toBe(false);
  world.clock.advanceDays(5);
  expect(await offered()).toBe(true);
  world.clock.advanceDays(5);
  expect(await offered()).toBe(false);
  await world.tick();
  expect((await (await world.asStaff('auditor')).programs.get({ id })).status).toBe('ended');
});

test('a program that goes live gives every patient a link of their own', async () => {
  await givenPatient(world, { email: 'ben@mail.test' });
  const id = await givenProgram(world, { name: 'For everybody' });
  const codes = await world.owner`select code from share_links where program_id = ${id}`;
  expect(codes).toHaveLength(2);
  expect(new Set(codes.map((row) => row.code)).size).toBe(2);
});

test('staff page through programs newest first and search them by name', async () => {
  const auditor = await world.asStaff('auditor');
  const first = await auditor.programs.list({ limit: 2 });
  const second = await auditor.programs.list({ limit: 2, cursor: first.nextCursor });
  const ids = [...first.rows, ...second.rows].map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await auditor.programs.list({ search: 'EVERYBODY' })).rows.map((row) => row.name)).toEqual([
    'For everybody',
  ]);
});

test('what a friend on the way was promised stays, whatever else of a paused program changes', async () => {
  const id = await givenProgram(world, { name: 'Promise' });
  const manager = await world.asStaff('manager');
  const pause = (to: 'paused' | 'active') => manager.programs.changeStatus({ id, to });
  const program = { ...standardProgram, name: 'Promise' };
  await pause('paused');
  await manager.programs.update({ ...program, id, holdDays: 7 });
  await manager.programs.review({ id, evidence: 'Memo of 4 March' });
  await pause('active');

  const referrer = await givenPatient(world, { email: 'promised@mail.test' });
  await givenPatient(world, { email: 'friend-of@mail.test', code: await codeOf(world, referrer.email, id) });
  await pause('paused');
  for (const change of [
    { holdDays: 0 },
    { blockedPayers: ['none'] },
    { yearlyCapMinor: null },
    { friendAmountMinor: 1n },
    { currency: 'EUR' },
  ]) {
    await expect(manager.programs.update({ ...program, id, holdDays: 7, ...change })).rejects.toThrow(
      /what was promised stays/,
    );
  }
  await manager.programs.update({ ...program, id, holdDays: 7, name: 'Promise kept', inviteExpiryDays: 10 });
  expect(await manager.programs.get({ id })).toMatchObject({
    name: 'Promise kept',
    holdDays: 7,
    reviewerName: null,
  });
});
