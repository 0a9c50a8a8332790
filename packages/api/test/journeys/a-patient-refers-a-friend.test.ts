import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectBooksInOrder } from '../given/books.ts';
import {
  Clinic,
  codeOf,
  consultationEvent,
  expectedBalance,
  givenPatient,
  givenProgram,
} from '../given/friends.ts';
import { bytes } from '../given/wire.ts';
import { World } from '../given/world.ts';

let world: World;
let clinic: Clinic;

beforeAll(async () => {
  world = await World.open();
  clinic = await Clinic.open(world);
});
afterAll(async () => {
  await clinic.close();
  await world.close();
});

const walletOf = async (email: string) => (await world.asPatient(email)).rewards.wallet();

test('a friend comes by a link, has a consultation, and both sides can pay with what they earned', async () => {
  const program = await givenProgram(world);
  await givenPatient(world, { email: 'amal@mail.test', name: 'Amal Haddad' });
  const code = await codeOf(world, 'amal@mail.test', program);

  expect(await clinic.click(code)).toBe(`http://patient.test/i/${code}`);
  expect(await world.visitor('patient').programs.offer({ code })).toMatchObject({
    organisationName: 'Harbour Care',
    referrerFirstName: 'Amal',
    friendOffer: 'You get USD 20.00 credit after your first consultation.',
    running: true,
  });

  await givenPatient(world, { email: 'ben@mail.test', name: 'Ben Okoro', code });
  const amal = await world.asPatient('amal@mail.test');
  expect((await amal.invites.home()).programs[0]?.stats).toEqual({ clicks: 1, invited: 1, joined: 1 });

  // The clinic tells once; its system repeats itself, also under another id.
  const event = consultationEvent(world, 'ben@mail.test', { consultationId: 'visit-1' });
  const told = await clinic.post('/v1/events', event, { id: 'event-1' });
  expect(told.status).toBe(202);
  await clinic.post('/v1/events', event, { id: 'event-1' });
  await clinic.post('/v1/events', event, { id: 'event-2' });
  await world.settle();
  for (const [email, amount] of [
    ['amal@mail.test', 5000n],
    ['ben@mail.test', 2000n],
  ] as const) {
    expect((await walletOf(email)).balances).toMatchObject([
      { currency: 'USD', amountMinor: amount, reservedMinor: 0n },
    ]);
    const mails = (await world.mailsTo(email)).filter(({ template }) => template === 'reward-available');
    expect(mails).toHaveLength(1);
  }

  // Credit on an order: reserved, then taken; each call twice with the same key is done once.
  const order = { orderId: 'order-1', total: '3000' };
  const reserved = await clinic.reserve('amal@mail.test', order, 'checkout-1');
  expect(reserved).toMatchObject({
    status: 200,
    replayed: false,
    json: { creditMinor: '3000', currency: 'USD' },
  });
  const again = await clinic.reserve('amal@mail.test', order, 'checkout-1');
  expect(again).toMatchObject({ status: 200, replayed: true, text: reserved.text });
  expect((await walletOf('amal@mail.test')).balances[0]).toMatchObject({
    amountMinor: 2000n,
    reservedMinor: 3000n,
  });
  const commits = await Promise.all(
    Array.from({ length: 10 }, () => clinic.commit(reserved.json.reservationId, 'checkout-2')),
  );
  expect(commits.filter(({ replayed }) => !replayed)).toHaveLength(1);
  for (const { json } of commits) expect(json).toMatchObject({ status: 'committed', creditMinor: '3000' });
  expect((await walletOf('amal@mail.test')).balances[0]).toMatchObject({
    amountMinor: 2000n,
    reservedMinor: 0n,
  });

  await world.settle();
  expect(await expectedBalance(world)).toEqual({ sum: '0', owed: '4000', held: '4000' });
  expect(await expectBooksInOrder(world)).toEqual(['USD']);
});

test('the one who invited learns that the friend joined, and nothing of the care', async () => {
  const program = await givenProgram(world, { name: 'Bring a second friend' });
  await givenPatient(world, { email: 'carl@mail.test', name: 'Carl Meyer' });
  const code = await codeOf(world, 'carl@mail.test', program);
  await givenPatient(world, { email: 'dina@mail.test', name: 'Dina Quillfeather', code });
  const carl = await world.asPatient('carl@mail.test');
  const look = async () => {
    const { friends } = await carl.invites.home();
    return bytes([
      friends,
      await carl.invites.mine({}),
      await carl.invites.mineDetail({ id: friends[0]?.id ?? '' }),
    ]);
  };
  const before = await look();
  await clinic.consultation('dina@mail.test', { payer: 'medicare', consultationId: 'visit-quill' });
  expect(await look()).toBe(before);

  // A payer the program excludes: the friend's visit is noted, nobody is rewarded, and nobody is told why.
  expect((await walletOf('carl@mail.test')).balances).toEqual([]);
  expect((await walletOf('dina@mail.test')).balances).toEqual([]);
  const told = bytes([before, await world.mailsTo('carl@mail.test'), await walletOf('carl@mail.test')]);
  expect(told).not.toMatch(/Quillfeather|dina@|medicare|visit-quill/i);
  await expectBooksInOrder(world);
});
