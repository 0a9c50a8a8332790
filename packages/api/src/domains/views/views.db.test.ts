import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let ana: Awaited<ReturnType<World['asStaff']>>;

beforeAll(async () => {
  world = await World.open();
  ana = await world.asStaff('manager');
});
afterAll(() => world.close());

const active = { list: 'partners', name: 'Active ones', query: { status: 'active', sort: '-created' } };
const namesOf = async (list: string) => (await ana.views.list({ list })).views.map(({ name }) => name);

test('a view keeps the question under its name, in the list it was saved in', async () => {
  await ana.views.save(active);
  expect((await ana.views.list({ list: 'partners' })).views).toMatchObject([
    { name: 'Active ones', query: { status: 'active', sort: '-created' }, isDefault: false },
  ]);
  expect(await namesOf('leads')).toEqual([]);
});

test('saving under the same name, in whatever case, replaces the view; twice at once makes one', async () => {
  const save = { list: 'deals', name: 'Mine', query: { status: 'reported' } };
  await Promise.all([ana.views.save(save), ana.views.save(save)]);
  const { id } = await ana.views.save({ ...save, name: 'MINE', query: { status: 'verified' } });
  expect((await ana.views.list({ list: 'deals' })).views).toEqual([
    { id, name: 'MINE', query: { status: 'verified' }, isDefault: false },
  ]);
});

test('a view belongs to one person: colleagues and other partners neither see nor change it', async () => {
  const { id } = await ana.views.save({ ...active, name: 'Private' });
  const partner = await givenActivePartner(world, { email: 'lists@partner.test' });
  for (const other of [await world.asStaff('admin'), await world.asPartner(partner.email)]) {
    expect((await other.views.list({ list: 'partners' })).views).toEqual([]);
    for (const attempt of [
      () => other.views.rename({ id, name: 'Taken' }),
      () => other.views.setDefault({ id, isDefault: true }),
      () => other.views.remove({ id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  }
  expect(await namesOf('partners')).toContain('Private');
});

test('a list has one default at most, however many are chosen at once, and can go without', async () => {
  const ids = await Promise.all(
    ['A', 'B', 'C'].map((name) => ana.views.save({ list: 'invites', name, query: { q: name } })),
  );
  await Promise.all(ids.map(({ id }) => ana.views.setDefault({ id, isDefault: true })));
  const { views } = await ana.views.list({ list: 'invites' });
  expect(views.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  const chosen = views.find(({ isDefault }) => isDefault)?.id ?? '';
  await ana.views.setDefault({ id: chosen, isDefault: false });
  expect((await ana.views.list({ list: 'invites' })).views.some(({ isDefault }) => isDefault)).toBe(false);
});

test('a taken name, a position, an empty question and a 31st view are refused in words', async () => {
  const { id } = await ana.views.save({ list: 'rewards', name: 'One', query: { q: '1' } });
  await ana.views.save({ list: 'rewards', name: 'Two', query: { q: '2' } });
  await expect(ana.views.rename({ id, name: 'two' })).rejects.toThrow(/already/);
  await expect(ana.views.save({ ...active, query: { cursor: 'x' } })).rejects.toThrow(/position/);
  await expect(ana.views.save({ ...active, query: {} })).rejects.toThrow(/shows everything/);
  for (let n = 0; n < 28; n++) await ana.views.save({ list: 'rewards', name: `V${n}`, query: { q: 'x' } });
  await expect(ana.views.save({ list: 'rewards', name: 'Too many', query: { q: 'x' } })).rejects.toThrow(
    /at most 30/,
  );
});

test('density is remembered per person', async () => {
  await ana.views.setDensity({ density: 'compact' });
  await ana.views.setDensity({ density: 'compact' });
  expect((await ana.views.list({ list: 'partners' })).density).toBe('compact');
  const colleague = await world.asStaff('finance');
  expect((await colleague.views.list({ list: 'partners' })).density).toBe('comfortable');
});
