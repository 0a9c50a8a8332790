import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { sheetsPerAddress } from '../../auth/throttle.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const visitor = () => world.visitor('partner').landing;

test('a region says coming soon until it is opened, and a place speaks for its country', async () => {
  expect(await visitor().read({ type: 'attorney', region: 'US-MN' })).toMatchObject({ isOpen: false });
  await givenActivePartner(world, { type: 'attorney', regions: ['US-MN'] });
  const manager = await world.asStaff('manager');
  await manager.coverage.set({ region: 'US-MN', partnerTypeCode: 'attorney', status: 'available' });
  expect(await visitor().read({ type: 'attorney', region: 'US-MN' })).toMatchObject({ isOpen: true });
  const pages = await visitor().list();
  expect(pages).toContainEqual(expect.objectContaining({ typeCode: 'attorney', region: 'US', isOpen: true }));
  expect(await visitor().read({ type: 'attorney', region: 'US-WI' })).toMatchObject({ isOpen: false });
});

test('a type has no page where it does not work', async () => {
  await expect(visitor().read({ type: 'rera_agent', region: 'SG' })).rejects.toThrow(/does not exist/);
  await expect(visitor().read({ type: 'nobody', region: 'SG' })).rejects.toThrow(/does not exist/);
});

test('every page there is fits on one sheet, with its letters embedded', async () => {
  for (const { typeCode: type, region } of await visitor().list()) {
    const { contentBase64 } = await visitor().onePager({ type, region });
    const pdf = Buffer.from(contentBase64, 'base64').toString('latin1');
    expect(pdf.startsWith('%PDF-'), `${type} ${region}`).toBe(true);
    expect(pdf.match(/\/Type \/Page\b(?!s)/g), `${type} ${region}`).toHaveLength(1);
    expect(pdf).toContain('/FontFile2');
    expect(pdf).not.toContain('/Helvetica');
  }
});

test('one address has only so many sheets drawn in a minute, and others are not held up by it', async () => {
  const busy = { ...world.requestAs('partner', null), addressHash: 'a busy address' };
  for (let n = 0; n < sheetsPerAddress.points; n++) {
    await busy.throttle.take(sheetsPerAddress, busy.addressHash);
  }
  const page = { type: 'broker', region: 'AE' };
  await expect(world.caller(busy).landing.onePager(page)).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
  await expect(world.caller(busy).landing.read(page)).resolves.toMatchObject({ typeCode: 'broker' });
  const other = { ...busy, addressHash: 'another address' };
  await expect(world.caller(other).landing.onePager(page)).resolves.toMatchObject({
    fileName: 'broker-ae.pdf',
  });
});
