import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Clinic,
  codeOf,
  consultationEvent,
  expectedBalance,
  givenPatient,
  givenProgram,
} from '../../test/given/friends.ts';
import { World } from '../../test/given/world.ts';
import { addMinutes } from '../shared/clock.ts';

let world: World;
let clinic: Clinic;
let program: string;
let code: string;
let friends = 0;

beforeAll(async () => {
  world = await World.open();
  clinic = await Clinic.open(world);
  program = await givenProgram(world, { referrerAmountMinor: 10_000n });
  await givenPatient(world, { email: 'amal@mail.test', name: 'Amal Haddad' });
  code = await codeOf(world, 'amal@mail.test', program);
});
afterAll(async () => {
  await clinic.close();
  await world.close();
});

/** A friend of Amal's who registered and had no consultation yet. */
async function newFriend(): Promise<string> {
  friends += 1;
  const email = `friend-${friends}@mail.test`;
  await givenPatient(world, { email, name: `Friend ${friends}`, code });
  return email;
}

/** A friend with 20.00 of credit. */
async function friendWithCredit(): Promise<string> {
  const email = await newFriend();
  await clinic.consultation(email);
  return email;
}

async function balanceOf(email: string): Promise<bigint> {
  const { balances } = await (await world.asPatient(email)).rewards.wallet();
  return balances[0]?.amountMinor ?? 0n;
}

describe('events', () => {
  test('fifty deliveries of one event at once have one effect and one answer', async () => {
    const email = await newFriend();
    const event = consultationEvent(world, email);
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => clinic.post('/v1/events', event, { id })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    await world.settle();
    const [counts] = await world.owner`
      select (select count(*) from inbound_events where event_id = ${id})::int as events,
        (select count(*) from consultations where external_id = ${event.data.consultationId})::int as consultations,
        (select count(*) from rewards r join clients c on c.id = r.client_id where c.email = ${email})::int as rewards`;
    expect(counts).toEqual({ events: 1, consultations: 1, rewards: 1 });
  });

  test('another body under the same id is refused and has no effect', async () => {
    const email = await newFriend();
    const id = randomUUID();
    await clinic.post('/v1/events', consultationEvent(world, email), { id });
    const other = await clinic.post('/v1/events', consultationEvent(world, email), { id });
    expect(other).toMatchObject({ status: 422, json: { error: { code: 'idempotency_mismatch' } } });
    const rows = await world.owner`select id from inbound_events where event_id = ${id}`;
    expect(rows).toHaveLength(1);
  });

  test('three deliveries under three ids, in any order, leave the state of one', async () => {
    const [first, second] = [await newFriend(), await newFriend()];
    const told = [consultationEvent(world, first), consultationEvent(world, second)];
    const before = await balanceOf('amal@mail.test');
    for (const event of [told[0], told[1], told[1], told[0], told[0], told[1]]) {
      expect((await clinic.post('/v1/events', event)).status).toBe(202);
    }
    await world.settle();
    expect((await balanceOf('amal@mail.test')) - before).toBe(20_000n);
    expect(await balanceOf(first)).toBe(2000n);
  });

  test('what was acknowledged before its patient verified the address counts once they did', async () => {
    const email = 'late@mail.test';
    const visitor = world.visitor('patient');
    await visitor.patients.register({ name: 'Late Friend', email, password: 'a long password', code });
    const told = await clinic.consultation(email);
    const [waiting] = await world.owner`select outcome from inbound_events where id = ${told.json.id}`;
    expect(waiting?.outcome).toBe('patient_unknown');
    await visitor.patients.verifyEmail({
      token: await world.linkSecret(email, '/verify/'),
      password: 'a long password',
    });
    await world.settle();
    expect(await balanceOf(email)).toBe(2000n);
  });

  test('a system that named its patient by e-mail once can use its own id from then on', async () => {
    const email = await newFriend();
    const event = consultationEvent(world, email);
    await clinic.post('/v1/events', { ...event, data: { ...event.data, patientExternalId: 'P-77' } });
    await world.settle();
    const reserved = await clinic.post('/v1/checkout/reserve', {
      patientExternalId: 'P-77',
      orderId: randomUUID(),
      kind: 'order',
      currency: 'USD',
      orderTotalMinor: '500',
    });
    expect(reserved.json.creditMinor).toBe('500');
  });

  test('what events told us about people is emptied once it is worked', async () => {
    const rows = await world.owner`
      select id from inbound_events where outcome <> 'patient_unknown' and payload::text like '%mail.test%'`;
    expect(rows).toHaveLength(0);
  });
});

describe('who may call', () => {
  const nobody = () => consultationEvent(world, 'nobody@mail.test');

  test('a signature over another body is refused', async () => {
    const answer = await clinic.post('/v1/events', nobody(), { signedBody: '{}' });
    expect(answer).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } });
  });

  test('a signature made with another secret is refused', async () => {
    const answer = await clinic.post('/v1/events', nobody(), {
      headers: { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` },
    });
    expect(answer.status).toBe(401);
  });

  test.each([-6, 6])(
    'a signature made %i minutes away is refused, one made 4 away is not',
    async (minutes) => {
      const now = world.clock.now();
      const far = await clinic.post('/v1/events', nobody(), { signedAt: addMinutes(now, minutes) });
      expect(far.json.error.message).toMatch(/five minutes/);
      const near = await clinic.post('/v1/events', nobody(), {
        signedAt: addMinutes(now, Math.sign(minutes) * 4),
      });
      expect(near.status).toBe(202);
    },
  );

  test('a moved timestamp breaks the signature', async () => {
    const answer = await clinic.post('/v1/events', nobody(), {
      signedAt: addMinutes(world.clock.now(), -60),
      headers: { 'webhook-timestamp': String(Math.floor(world.clock.now().getTime() / 1000)) },
    });
    expect(answer.status).toBe(401);
  });

  test('a missing signature or key, an unknown key and a revoked key are refused', async () => {
    const bent: Record<string, string>[] = [
      { 'webhook-signature': '' },
      { authorization: '' },
      { authorization: `Bearer gw_live_${'0'.repeat(32)}` },
    ];
    for (const headers of bent) {
      expect((await clinic.post('/v1/events', nobody(), { headers })).status).toBe(401);
    }
    const other = await Clinic.open(world);
    const admin = await world.asStaff('admin');
    expect(JSON.stringify(await admin.apiKeys.list())).not.toContain(other.key);
    await admin.apiKeys.revoke({ id: other.keyId });
    expect((await other.post('/v1/events', nobody())).status).toBe(401);
    await expect(admin.apiKeys.revoke({ id: other.keyId })).rejects.toThrow(/revoked before/);
    await other.close();
  });

  test('a key without the scope is refused', async () => {
    const eventsOnly = await Clinic.open(world, ['events:write']);
    const answer = await eventsOnly.reserve('amal@mail.test');
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } });
    await eventsOnly.close();
  });

  test('neither key nor signing secret is stored as it is', async () => {
    const rows = await world.owner`select * from api_keys`;
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(clinic.key);
    expect(stored).not.toContain(clinic.signingSecret);
  });

  test('an unknown field, a body that is not JSON and a moment ahead are refused with what to do', async () => {
    const event = nobody();
    const extra = await clinic.post('/v1/events', { ...event, data: { ...event.data, commission: 1 } });
    expect(extra).toMatchObject({ status: 400, json: { error: { code: 'invalid_input' } } });
    const ahead = addMinutes(world.clock.now(), 30).toISOString();
    const early = await clinic.post('/v1/events', { ...event, data: { ...event.data, completedAt: ahead } });
    expect(early.json.error.message).toMatch(/lies ahead/);
    const noKey = await clinic.reserve('amal@mail.test');
    expect(noKey.status).toBe(200);
    const unkeyed = await clinic.post('/v1/checkout/commit', {}, { headers: { 'idempotency-key': '' } });
    expect(unkeyed.json.error.message).toMatch(/idempotency-key/);
  });
});

describe('checkout', () => {
  test('thirty reservations at once never hold more than the balance', async () => {
    const email = await friendWithCredit();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => clinic.reserve(email, { total: '300' })),
    );
    const granted = answers.filter((answer) => answer.status === 200);
    const sum = granted.reduce((total, answer) => total + BigInt(answer.json.creditMinor), 0n);
    expect(sum).toBe(2000n);
    expect(granted).toHaveLength(7);
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(new Set(refused.map((answer) => answer.json.error.code))).toEqual(
      new Set(['insufficient_credit']),
    );
    expect(await balanceOf(email)).toBe(0n);
  });

  test('a commit under the same key, under another key and twenty at once uses the credit once', async () => {
    const email = await friendWithCredit();
    const { reservationId } = (await clinic.reserve(email, { total: '500' })).json;
    const key = randomUUID();
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => clinic.commit(reservationId, key)),
      ...Array.from({ length: 10 }, () => clinic.commit(reservationId)),
    ]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, json: { status: 'committed', creditMinor: '500' } });
    const rows = await world.owner`
      select id from ledger_transactions where kind = 'credit_used' and reference_id = ${reservationId}`;
    expect(rows).toHaveLength(1);
    expect(await balanceOf(email)).toBe(1500n);
  });

  test('one order gets one reservation, however often and however parallel it asks', async () => {
    const email = await friendWithCredit();
    const order = { orderId: randomUUID(), total: '700' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => clinic.reserve(email, order)));
    expect(new Set(answers.map((answer) => answer.json.reservationId)).size).toBe(1);
    expect(await balanceOf(email)).toBe(1300n);
    const changed = await clinic.reserve(email, { ...order, total: '800' });
    expect(changed).toMatchObject({ status: 409, json: { error: { code: 'already_exists' } } });
  });

  test('a released reservation gives all back, once, and cannot be committed', async () => {
    const email = await friendWithCredit();
    const { reservationId } = (await clinic.reserve(email)).json;
    await Promise.all(Array.from({ length: 5 }, () => clinic.release(reservationId)));
    expect(await balanceOf(email)).toBe(2000n);
    expect(await clinic.commit(reservationId)).toMatchObject({
      status: 409,
      json: { error: { code: 'illegal_move' } },
    });
  });

  test('commit against release at once: one of them wins and the credit agrees', async () => {
    const email = await friendWithCredit();
    const { reservationId } = (await clinic.reserve(email)).json;
    const [committed, released] = await Promise.all([
      clinic.commit(reservationId),
      clinic.release(reservationId),
    ]);
    expect([committed.status, released.status].sort()).toEqual([200, 409]);
    expect(await balanceOf(email)).toBe(committed.status === 200 ? 0n : 2000n);
  });

  test('a checkout left open gives its credit back by itself', async () => {
    const email = await friendWithCredit();
    await clinic.reserve(email);
    expect(await balanceOf(email)).toBe(0n);
    world.clock.advanceMinutes(31);
    await world.tick();
    expect(await balanceOf(email)).toBe(2000n);
  });

  test('an order that comes back after its reservation ran out gets a fresh one', async () => {
    const email = await friendWithCredit();
    const order = { orderId: randomUUID(), total: '700' };
    const first = await clinic.reserve(email, order);
    world.clock.advanceMinutes(31);
    const second = await clinic.reserve(email, order);
    expect(second.json.reservationId).not.toBe(first.json.reservationId);
    expect(await balanceOf(email)).toBe(1300n);
    await clinic.commit(second.json.reservationId);
    const again = await clinic.reserve(email, order);
    expect(again.json.error.message).toMatch(/used on this order already/);
    expect((await clinic.release(second.json.reservationId)).json.error.code).toBe('illegal_move');
  });

  test('a reward whose credit is all used is redeemed; credit that is used up refuses the next order', async () => {
    const email = await friendWithCredit();
    const { reservationId } = (await clinic.reserve(email, { total: '9000' })).json;
    await clinic.commit(reservationId);
    const [reward] = await world.owner`
      select r.status from rewards r join clients c on c.id = r.client_id where c.email = ${email}`;
    expect(reward?.status).toBe('redeemed');
    expect((await clinic.reserve(email)).json.error.code).toBe('insufficient_credit');
  });

  test('a refusal is not remembered: the same key works once there is credit', async () => {
    const email = await newFriend();
    const key = randomUUID();
    const order = { orderId: randomUUID() };
    expect((await clinic.reserve(email, order, key)).status).toBe(409);
    await clinic.consultation(email);
    expect((await clinic.reserve(email, order, key)).json.creditMinor).toBe('2000');
  });

  test("another system's reservation does not exist for this one", async () => {
    const email = await friendWithCredit();
    const { reservationId } = (await clinic.reserve(email)).json;
    const admin = await world.asStaff('admin');
    const made = await admin.apiKeys.create({ name: 'Another system', scopes: ['checkout:write'] });
    const stranger = Object.assign(Object.create(clinic), {
      key: made.key,
      signingSecret: made.signingSecret,
    });
    expect((await stranger.commit(reservationId)).status).toBe(404);
  });
});

test('after all of this the ledger balances and owes exactly what the lots hold', async () => {
  const { sum, owed, held } = await expectedBalance(world);
  expect(sum).toBe('0');
  expect(owed).toBe(held);
});
