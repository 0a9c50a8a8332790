import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, codeOf, expectedBalance, givenPatient, givenProgram } from '../../../test/given/friends.ts';
import { World } from '../../../test/given/world.ts';

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

test('a friend comes by a link, has a consultation, and both sides can pay with what they earned', async () => {
  const program = await givenProgram(world);
  await givenPatient(world, { email: 'amal@mail.test', name: 'Amal Haddad' });
  const code = await codeOf(world, 'amal@mail.test', program);

  const click = await fetch(`${clinic.address}/r/${code}`, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0' },
  });
  expect(click.headers.get('location')).toBe(`http://patient.test/i/${code}`);
  expect(await world.visitor('patient').programs.offer({ code })).toMatchObject({
    organisationName: 'Harbour Care',
    referrerFirstName: 'Amal',
    friendOffer: 'You get USD 20.00 credit after your first consultation.',
    running: true,
  });

  await givenPatient(world, { email: 'ben@mail.test', name: 'Ben Okoro', code });
  const amal = await world.asPatient('amal@mail.test');
  expect((await amal.invites.home()).programs[0]?.stats).toEqual({ clicks: 1, invited: 1, joined: 1 });

  const told = await clinic.consultation('ben@mail.test');
  expect(told.status).toBe(202);
  for (const [email, amount] of [
    ['amal@mail.test', 5000n],
    ['ben@mail.test', 2000n],
  ] as const) {
    const wallet = await (await world.asPatient(email)).rewards.wallet();
    expect(wallet.balances).toMatchObject([{ currency: 'USD', amountMinor: amount, reservedMinor: 0n }]);
    expect(await world.mailsTo(email)).toContainEqual(
      expect.objectContaining({ template: 'reward-available' }),
    );
  }

  const reserved = await clinic.reserve('amal@mail.test', { orderId: 'order-1', total: '3000' });
  expect(reserved).toMatchObject({ status: 200, json: { creditMinor: '3000', currency: 'USD' } });
  expect((await amal.rewards.wallet()).balances[0]).toMatchObject({
    amountMinor: 2000n,
    reservedMinor: 3000n,
  });
  const committed = await clinic.commit(reserved.json.reservationId);
  expect(committed.json).toMatchObject({ status: 'committed', creditMinor: '3000' });
  expect((await amal.rewards.wallet()).balances[0]).toMatchObject({ amountMinor: 2000n, reservedMinor: 0n });
  expect(await expectedBalance(world)).toEqual({ sum: '0', owed: '4000', held: '4000' });
});
