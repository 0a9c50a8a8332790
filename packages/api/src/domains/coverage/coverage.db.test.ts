import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let manager: Awaited<ReturnType<World['asStaff']>>;

beforeAll(async () => {
  world = await World.open();
  manager = await world.asStaff('manager');
});
afterAll(() => world.close());

const lenderIn = async (region: string) => {
  const { types } = await manager.coverage.check({ region });
  return types.find((type) => type.partnerTypeCode === 'lender');
};

test('the count is taken from active partners: it follows activation, area and suspension', async () => {
  expect(await lenderIn('US-OH')).toMatchObject({ status: 'unavailable', activePartners: 0 });
  const wide = await givenActivePartner(world, { type: 'lender', regions: ['US'] });
  await givenActivePartner(world, { type: 'lender', regions: ['US-OH'] });
  await givenActivePartner(world, { type: 'lender', regions: ['US-OH'], status: 'approved' });
  await givenActivePartner(world, { type: 'title', regions: ['US-OH'] });
  expect(await lenderIn('US-OH')).toMatchObject({ activePartners: 2 });
  await manager.partners.changeStatus({ id: wide.partnerId, to: 'suspended', reason: 'Check' });
  expect(await lenderIn('US-OH')).toMatchObject({ activePartners: 1 });
});

test('a region opens with an active partner, or with force and a reason that the trail keeps', async () => {
  const cell = { region: 'US-AK', partnerTypeCode: 'lender', status: 'available' } as const;
  await expect(manager.coverage.set(cell)).rejects.toThrow(/No active lender covers Alaska/);
  await expect(manager.coverage.set({ ...cell, force: true })).rejects.toThrow(/Say why/);
  await manager.coverage.set({ ...cell, force: true, reason: 'Partner signs on Monday' });
  expect(await lenderIn('US-AK')).toMatchObject({ status: 'available', activePartners: 0 });
  const [entry] = await world.owner`
    select e.from_state, e.to_state, r.reason from audit_entries e join audit_reasons r on r.audit_id = e.id
    where e.subject_id = 'US-AK:lender'`;
  expect(entry).toEqual({
    from_state: 'unavailable',
    to_state: 'available',
    reason: 'Partner signs on Monday',
  });

  await givenActivePartner(world, { type: 'lender', regions: ['US-NV'] });
  await expect(manager.coverage.set({ ...cell, region: 'US-NV' })).resolves.toBeNull();
});

test('the public hears coming soon of what is closed, and never a count', async () => {
  await manager.coverage.set({
    region: 'US-ME',
    partnerTypeCode: 'cpa',
    status: 'coming_soon',
    note: 'Soon',
  });
  for (const app of ['patient', 'partner'] as const) {
    const { types } = await world.visitor(app).coverage.check({ region: 'US-ME' });
    expect(types.map((type) => type.status)).toEqual(types.map(() => 'coming_soon'));
    expect(types.every((type) => type.label === 'Coming soon' && type.activePartners === null)).toBe(true);
    expect(JSON.stringify(types)).not.toContain('Soon"');
  }
  const open = await world.visitor('patient').coverage.check({ region: 'US-NV' });
  expect(open.types.find((type) => type.partnerTypeCode === 'lender')).toMatchObject({ status: 'available' });
});

test('a country decides for a place that has no row of its own', async () => {
  await givenActivePartner(world, { type: 'broker', regions: ['AE'] });
  await manager.coverage.set({ region: 'AE', partnerTypeCode: 'broker', status: 'available' });
  await manager.coverage.set({ region: 'AE-AJ', partnerTypeCode: 'broker', status: 'coming_soon' });
  const heard = async (region: string) => {
    const { types } = await world.visitor('patient').coverage.check({ region });
    return types.find((type) => type.partnerTypeCode === 'broker')?.status;
  };
  expect(await Promise.all(['AE-DU', 'AE-AJ', 'US-CA'].map(heard))).toEqual([
    'available',
    'coming_soon',
    undefined,
  ]);
});

test('a type cannot be set where it does not work', async () => {
  await expect(
    manager.coverage.set({ region: 'IN', partnerTypeCode: 'lender', status: 'coming_soon' }),
  ).rejects.toThrow(/does not work in India/);
});

test('the list holds every state for every type that works there, set or not', async () => {
  const { cells, types } = await manager.coverage.list({ country: 'US' });
  expect(types.map((type) => type.code)).toContain('lender');
  const lenders = cells.filter((cell) => cell.partnerTypeCode === 'lender');
  expect(lenders).toHaveLength(51);
  expect(lenders.find((cell) => cell.region === 'US-AK')).toMatchObject({
    regionName: 'Alaska',
    status: 'available',
    activePartners: 0,
  });
  const one = await manager.coverage.list({ country: 'AE', partnerTypeCode: 'broker' });
  expect(one.cells.map((cell) => cell.region)).toEqual(['AE', 'AE-AJ']);
});

test('a repeated setting leaves no second trace', async () => {
  const cell = { region: 'US-VT', partnerTypeCode: 'title', status: 'coming_soon' } as const;
  await Promise.all([manager.coverage.set(cell), manager.coverage.set(cell)]);
  const [row] = await world.owner`
    select count(*)::int as n from audit_entries where subject_id = 'US-VT:title'`;
  expect(row?.n).toBe(1);
});
