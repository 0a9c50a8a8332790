import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let lister: Awaited<ReturnType<World['asStaff']>>;
const ids = new Map<string, string>();

const given = [
  { name: 'Zürich Lenders', partnerTypeCode: 'lender', regions: ['US-MN', 'US-WI'] },
  { name: 'alpha bank', partnerTypeCode: 'lender', regions: ['US-CA'] },
  { name: 'Alpine Title', partnerTypeCode: 'title', regions: ['US'] },
  { name: 'Beta_Broker 100%', partnerTypeCode: 'broker', regions: ['AE-DU'] },
  { name: 'Beta Broker', partnerTypeCode: 'broker', regions: ['AE'] },
];

beforeAll(async () => {
  world = await World.open();
  lister = await world.asStaff('manager');
  for (const [n, row] of given.entries()) {
    world.clock.advanceMinutes(1);
    const email = `p${n}@list.test`;
    const { id } = await lister.partners.invite({ ...row, contactName: 'C', email, capacity: 10 - n });
    ids.set(row.name, id);
  }
});
afterAll(() => world.close());

const names = async (input: Parameters<typeof lister.partners.list>[0]) =>
  (await lister.partners.list(input)).rows.map((row) => row.name);

test('pages in either order hold every partner exactly once', async () => {
  for (const sort of ['name', 'created'] as const) {
    for (const dir of ['asc', 'desc'] as const) {
      const whole = await names({ sort, dir });
      const pieces: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof lister.partners.list>> = await lister.partners.list({
          sort,
          dir,
          limit: 2,
          cursor,
        });
        pieces.push(...page.rows.map((row) => row.name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(pieces).toEqual(whole);
      expect(whole).toHaveLength(given.length);
    }
  }
  expect(await names({ sort: 'created', dir: 'desc' })).toEqual(given.map((row) => row.name).reverse());
});

test('a position from one order starts the other at its beginning', async () => {
  const { nextCursor } = await lister.partners.list({ sort: 'name', limit: 1 });
  expect(await names({ sort: 'created', cursor: nextCursor })).toHaveLength(given.length);
});

test('search finds the beginning of a name in any case, and takes signs as they are', async () => {
  expect(await names({ search: 'ALP' })).toEqual(['alpha bank', 'Alpine Title']);
  expect(await names({ search: 'zür' })).toEqual(['Zürich Lenders']);
  expect(await names({ search: 'beta_' })).toEqual(['Beta_Broker 100%']);
  expect(await names({ search: '%' })).toEqual([]);
});

test('search finds a whole id, address or code', async () => {
  const partner = await givenActivePartner(world, { email: 'coded@list.test', name: 'Coded' });
  expect(await names({ search: ids.get('Alpine Title') })).toEqual(['Alpine Title']);
  expect(await names({ search: 'P1@list.test' })).toEqual(['alpha bank']);
  expect(await names({ search: partner.code })).toEqual(['Coded']);
  await world.owner`update partners set status = 'inactive' where id = ${partner.partnerId}`;
  expect(await names({ status: 'inactive' })).toEqual(['Coded']);
});

test('filters by type and region: a wide area covers a place, a country finds its parts', async () => {
  expect(await names({ type: 'lender' })).toEqual(['alpha bank', 'Zürich Lenders']);
  expect(await names({ region: 'US-WI' })).toEqual(['Alpine Title', 'Zürich Lenders']);
  expect(await names({ region: 'US', type: 'lender' })).toEqual(['alpha bank', 'Zürich Lenders']);
  expect(await names({ region: 'AE-DU', type: 'broker' })).toEqual([
    'Beta Broker',
    'Beta_Broker 100%',
    'Coded',
  ]);
});

test('a row shows types, regions and capacity', async () => {
  const { rows } = await lister.partners.list({ search: 'Zürich' });
  expect(rows[0]).toMatchObject({
    types: [{ code: 'lender', name: 'Lender' }],
    regions: ['US-MN', 'US-WI'],
    country: 'US',
    capacity: 10,
    openShares: 0,
  });
});
