import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  Clinic,
  codeOf,
  consultationEvent,
  expectedBalance,
  givenPatient,
  givenProgram,
} from '../../../test/given/friends.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let clinic: Clinic;
let round = 0;
/** The program, referrer and friends of the test that runs. */
let program: string;
let referrer: string;

beforeAll(async () => {
  world = await World.open();
  clinic = await Clinic.open(world);
});
afterEach(async () => {
  const { sum, owed, held } = await expectedBalance(world);
  expect(sum).toBe('0');
  expect(owed).toBe(held);
});
afterAll(async () => {
  await clinic.close();
  await world.close();
});

type ProgramChanges = Parameters<typeof givenProgram>[1];

/** A program and a referrer of its own; returns the code friends register with. */
async function givenReferrer(changes?: ProgramChanges): Promise<string> {
  round += 1;
  program = await givenProgram(world, { name: `Program ${round}`, ...changes });
  referrer = `amal-${round}@mail.test`;
  await givenPatient(world, { email: referrer });
  return codeOf(world, referrer, program);
}

async function givenFriends(code: string, count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, (_, n) => `ben-${round}-${n}@mail.test`);
  for (const email of emails) await givenPatient(world, { email, name: 'Ben Okoro', code });
  return emails;
}

async function givenFriend(code: string): Promise<string> {
  const [email = ''] = await givenFriends(code, 1);
  return email;
}

async function walletOf(email: string) {
  return (await world.asPatient(email)).rewards.wallet();
}

async function creditOf(email: string): Promise<bigint> {
  return (await walletOf(email)).balances[0]?.amountMinor ?? 0n;
}

async function rewardsOf(status?: 'earned' | 'held' | 'available' | 'cancelled' | 'redeemed' | 'expired') {
  return (await (await world.asStaff('finance')).rewards.list({ status, programId: program })).rows;
}

async function rewardOf(side: 'referrer' | 'friend'): Promise<string> {
  return (await rewardsOf()).find((reward) => reward.side === side)?.id ?? '';
}

/** Staff take the converted invite of the test back; gives its id. */
async function takeBackInvite(): Promise<string> {
  const manager = await world.asStaff('manager');
  const [invite] = (await manager.invites.list({ status: 'converted', programId: program })).rows;
  const id = invite?.id ?? '';
  await manager.invites.disqualify({ id, reason: 'Same household' });
  await world.settle();
  return id;
}

describe('who earns', () => {
  test.each(['medicare', 'Medi-Care', 'MEDICAID'])(
    'a friend whose payer is %s earns nothing and causes nothing, and the reason is stored',
    async (payer) => {
      const code = await givenReferrer();
      const friend = await givenFriend(code);
      await clinic.consultation(friend, { payer });
      expect(await rewardsOf()).toEqual([]);
      const [invite] = (await (await world.asStaff('manager')).invites.list({ programId: program })).rows;
      expect(invite).toMatchObject({
        status: 'disqualified',
        endReason: 'The program excludes patients of this payer.',
      });
      const { friends } = await (await world.asPatient(referrer)).invites.home();
      expect(friends[0]?.status).toBe('joined');
    },
  );

  test('care in a state the program does not run in earns nothing', async () => {
    const code = await givenReferrer({ jurisdictions: ['US-CA'] });
    const [texan = '', californian = ''] = await givenFriends(code, 2);
    await clinic.consultation(texan, { jurisdiction: 'US-TX' });
    expect(await rewardsOf()).toEqual([]);
    await clinic.consultation(californian, { jurisdiction: 'US-CA' });
    expect(await rewardsOf('available')).toHaveLength(2);
  });

  test('a referrer whose own payer is excluded earns nothing; the friend does', async () => {
    const code = await givenReferrer();
    await clinic.consultation(referrer, { payer: 'medicare' });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    expect(await creditOf(referrer)).toBe(0n);
    expect(await creditOf(friend)).toBe(2000n);
    expect(await rewardsOf('cancelled')).toMatchObject([
      { side: 'referrer', reason: 'The program excludes patients of this payer.' },
    ]);
  });

  test('a referrer is rewarded once per full set, however many conversions arrive at once', async () => {
    const code = await givenReferrer({ rewardThreshold: 3 });
    const friends = await givenFriends(code, 7);
    await Promise.all(
      friends.flatMap((email) => {
        const event = consultationEvent(world, email);
        return [clinic.post('/v1/events', event), clinic.post('/v1/events', event)];
      }),
    );
    // Several workers at once, as in production.
    await Promise.all([world.settle(), world.settle(), world.settle()]);
    await world.settle();
    const rewards = await rewardsOf('available');
    expect(rewards.filter((reward) => reward.side === 'friend')).toHaveLength(7);
    expect(rewards.filter((reward) => reward.side === 'referrer')).toHaveLength(2);
    expect(await creditOf(referrer)).toBe(10_000n);
    const sets = await world.owner<{ set: string }[]>`
      select qualifying_set as set from rewards where side = 'referrer' and program_id = ${program}`;
    const counted = sets.flatMap(({ set }) => set.split(','));
    expect(new Set(counted).size).toBe(counted.length);
  });

  test('a friend counts once: later consultations change nothing', async () => {
    const code = await givenReferrer();
    const friend = await givenFriend(code);
    for (let n = 0; n < 3; n++) await clinic.consultation(friend);
    expect(await rewardsOf()).toHaveLength(2);
  });

  test('the yearly cap cuts the reward that crosses it and stops the next, per calendar year', async () => {
    const code = await givenReferrer({ yearlyCapMinor: 8000n, inviteExpiryDays: 730 });
    const friends = await givenFriends(code, 4);
    for (const email of friends.slice(0, 3)) await clinic.consultation(email);
    expect(await creditOf(referrer)).toBe(8000n);
    expect(await rewardsOf('cancelled')).toMatchObject([{ reason: 'The yearly cap was reached.' }]);
    world.clock.advanceDays(330);
    await clinic.consultation(friends[3] ?? '');
    const earned = (await rewardsOf('available')).filter((reward) => reward.side === 'referrer');
    expect(earned.map((reward) => reward.amountMinor).sort()).toEqual([3000n, 5000n, 5000n]);
  });

  test('what was used of a reward before it was cancelled stays under the yearly cap', async () => {
    const code = await givenReferrer({ yearlyCapMinor: 8000n });
    const friends = await givenFriends(code, 3);
    await clinic.consultation(friends[0] ?? '');
    const { reservationId } = (await clinic.reserve(referrer, { total: '3000' })).json;
    await clinic.commit(reservationId);
    const finance = await world.asStaff('finance');
    const given = async () => (await finance.programs.get({ id: program })).funnel.creditMinor;
    const before = await given();
    await finance.rewards.cancel({ id: await rewardOf('referrer'), reason: 'Refunded' });
    expect(await given()).toBe(before - 2000n);
    await clinic.consultation(friends[1] ?? '');
    expect(await creditOf(referrer)).toBe(5000n);
    await clinic.consultation(friends[2] ?? '');
    expect(await creditOf(referrer)).toBe(5000n);
    expect((await rewardsOf('cancelled')).map((reward) => reward.reason).sort()).toEqual([
      'Refunded',
      'The yearly cap was reached.',
    ]);
  });

  test('credit from before a program changed its currency is no part of the yearly cap', async () => {
    const code = await givenReferrer({ yearlyCapMinor: 8000n });
    const friends = await givenFriends(code, 2);
    await clinic.consultation(friends[0] ?? '');
    await world.owner`update programs set currency = 'AED' where id = ${program}`;
    await clinic.consultation(friends[1] ?? '');
    const earned = (await rewardsOf('available')).filter((reward) => reward.side === 'referrer');
    expect(earned.map(({ currency, amountMinor }) => [currency, amountMinor]).sort()).toEqual([
      ['AED', 5000n],
      ['USD', 5000n],
    ]);
  });

  test('a conversion taken back takes the unused rewards along', async () => {
    const code = await givenReferrer();
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const id = await takeBackInvite();
    const manager = await world.asStaff('manager');
    expect((await manager.invites.get({ id })).status).toBe('reversed');
    expect(await rewardsOf('cancelled')).toHaveLength(2);
    expect(await creditOf(referrer)).toBe(0n);
  });

  test('a reward in a checkout outlives its invite by that checkout and keeps no other; what was spent stays spent', async () => {
    const code = await givenReferrer();
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const { reservationId } = (await clinic.reserve(friend, { total: '1500' })).json;
    await takeBackInvite();
    expect(await rewardsOf('cancelled')).toMatchObject([{ side: 'referrer' }]);
    await world.tick();
    expect(await rewardsOf('available')).toMatchObject([{ side: 'friend' }]);
    expect((await clinic.commit(reservationId)).status).toBe(200);
    await world.settle();
    expect(await rewardsOf('cancelled')).toHaveLength(2);
    expect(await creditOf(friend)).toBe(0n);
    const used = (await walletOf(friend)).history.filter((line) => line.kind === 'used');
    expect(used).toMatchObject([{ amountMinor: -1500n }]);
  });

  test('a checkout nobody finishes gives nothing back to a reward whose invite was taken back', async () => {
    const code = await givenReferrer({
      referrerRewardKind: 'discount',
      referrerAmountMinor: null,
      referrerPercentBps: 2000,
    });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const voucherId = (await walletOf(referrer)).vouchers[0]?.id;
    const order = { orderId: `order-${round}`, kind: 'order', currency: 'USD', orderTotalMinor: '9999' };
    await clinic.post('/v1/checkout/reserve', { patientEmail: referrer, voucherId, ...order });
    await clinic.reserve(friend, { total: '2000' });
    await takeBackInvite();
    expect(await rewardsOf('cancelled')).toEqual([]);
    world.clock.advanceMinutes(31);
    await world.tick();
    expect(await rewardsOf('cancelled')).toHaveLength(2);
    expect(await creditOf(friend)).toBe(0n);
    expect((await clinic.reserve(friend)).json.error.code).toBe('insufficient_credit');
  });
});

describe('waiting, holding, ending', () => {
  test('a reward waits its days and then opens by itself', async () => {
    const code = await givenReferrer({ holdDays: 14 });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    expect(await rewardsOf('earned')).toHaveLength(2);
    expect((await walletOf(referrer)).history).toEqual([]);
    world.clock.advanceDays(13);
    await world.tick();
    expect(await rewardsOf('earned')).toHaveLength(2);
    world.clock.advanceDays(1);
    await world.tick();
    expect(await creditOf(referrer)).toBe(5000n);
  });

  test('finance opens rewards early, row by row; others may not', async () => {
    const code = await givenReferrer({ holdDays: 14 });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const [first, second] = await rewardsOf('earned');
    const finance = await world.asStaff('finance');
    await finance.rewards.cancel({ id: second?.id ?? '', reason: 'Refunded' });
    const { results } = await finance.rewards.approve({ ids: [first?.id ?? '', second?.id ?? ''] });
    expect(results).toMatchObject([{ ok: true }, { ok: false, message: expect.stringMatching(/cancelled/) }]);
    const manager = await world.asStaff('manager');
    await expect(manager.rewards.approve({ ids: [first?.id ?? ''] })).rejects.toThrow(/role/);
  });

  test('a reward held while it waits goes on waiting after its release, or opens when finance says so', async () => {
    const code = await givenReferrer({ holdDays: 14 });
    await clinic.consultation(await givenFriend(code));
    const finance = await world.asStaff('finance');
    const [mine, theirs] = [await rewardOf('referrer'), await rewardOf('friend')];
    for (const id of [mine, theirs]) await finance.rewards.hold({ id, reason: 'Same address' });
    world.clock.advanceDays(20);
    await world.tick();
    expect(await rewardsOf('held')).toMatchObject([{ reason: 'Same address' }, { reason: 'Same address' }]);
    await finance.rewards.release({ id: mine, reason: 'Two families' });
    expect(await rewardsOf('earned')).toMatchObject([{ id: mine, reason: null }]);
    expect((await finance.rewards.approve({ ids: [theirs] })).results).toMatchObject([{ ok: true }]);
    await world.tick();
    expect(await rewardsOf('available')).toHaveLength(2);
  });

  test('held credit cannot be spent, and can again after its release', async () => {
    const code = await givenReferrer();
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const finance = await world.asStaff('finance');
    const id = await rewardOf('referrer');
    await finance.rewards.hold({ id, reason: 'Same device' });
    expect((await clinic.reserve(referrer)).json.error.code).toBe('insufficient_credit');
    expect((await walletOf(referrer)).balances).toEqual([]);
    await finance.rewards.release({ id });
    const reserved = await clinic.reserve(referrer, { total: '5000' });
    expect(reserved.json.creditMinor).toBe('5000');
    await expect(finance.rewards.cancel({ id, reason: 'Refunded' })).rejects.toThrow(/checkout right now/);
    await clinic.commit(reserved.json.reservationId);
    await expect(finance.rewards.cancel({ id, reason: 'Refunded' })).rejects.toThrow(/redeemed/);
  });

  test('a reservation that waited for a hold does not take what is held', async () => {
    const code = await givenReferrer();
    await clinic.consultation(await givenFriend(code));
    const id = await rewardOf('referrer');
    const finance = await world.asStaff('finance');
    const atOnce = await world.owner.begin(async (sql) => {
      // The hold has the lot and waits for the reward; meanwhile the reservation comes to the lot.
      await sql`select from rewards where id = ${id} for update`;
      const hold = finance.rewards.hold({ id, reason: 'Same device' });
      await expect.poll(() => world.countWaiting(), { timeout: 5000 }).toBe(1);
      const reservation = clinic.reserve(referrer);
      await expect.poll(() => world.countWaiting(), { timeout: 5000 }).toBe(2);
      return { hold, reservation };
    });
    await atOnce.hold;
    expect((await atOnce.reservation).json.error?.code).toBe('insufficient_credit');
    expect(await rewardsOf('held')).toMatchObject([{ id }]);
  });

  test('a reservation and a cancellation at once: never both', async () => {
    const code = await givenReferrer();
    const friends = await givenFriends(code, 5);
    const finance = await world.asStaff('finance');
    for (const email of friends) {
      await clinic.consultation(email);
      const id = (await rewardsOf('available')).find((row) => row.side === 'friend')?.id ?? '';
      const [reserved, cancelled] = await Promise.allSettled([
        clinic.reserve(email, { total: '2000' }),
        finance.rewards.cancel({ id, reason: 'Refunded' }),
      ]);
      const granted = reserved.status === 'fulfilled' && reserved.value.status === 200;
      expect([granted, cancelled.status === 'fulfilled'].filter(Boolean)).toHaveLength(1);
      if (granted) await clinic.commit(reserved.value.json.reservationId);
    }
  });

  test('credit that ends falls to us as breakage; what was used before stays used', async () => {
    const code = await givenReferrer({ rewardExpiryDays: 10 });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const before = await breakage();
    const { reservationId } = (await clinic.reserve(referrer, { total: '1500' })).json;
    await clinic.commit(reservationId);
    world.clock.advanceDays(10);
    expect(await creditOf(referrer)).toBe(0n);
    await world.tick();
    await world.tick();
    expect(await breakage()).toBe(before + 5500n);
    expect(await rewardsOf('expired')).toHaveLength(2);
    expect((await walletOf(referrer)).history.map((line) => line.kind).sort()).toEqual([
      'earned',
      'expired',
      'used',
    ]);
  });
});

async function breakage(): Promise<bigint> {
  const [row] = await world.owner<{ sum: string }[]>`
    select coalesce(-sum(p.amount_minor), 0)::text as sum from ledger_postings p
    join ledger_accounts a on a.id = p.account_id where a.kind = 'breakage'`;
  return BigInt(row?.sum ?? 0);
}

describe('vouchers', () => {
  test('a discount is taken off one order and is then used up', async () => {
    const code = await givenReferrer({
      referrerRewardKind: 'discount',
      referrerAmountMinor: null,
      referrerPercentBps: 2000,
    });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const [voucher] = (await walletOf(referrer)).vouchers;
    expect(voucher).toMatchObject({ kind: 'discount', words: '20 % off one order', status: 'available' });
    const order = (orderId: string) => ({
      patientEmail: referrer,
      orderId,
      kind: 'order',
      currency: 'USD',
      orderTotalMinor: '9999',
      voucherId: voucher?.id,
    });
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => clinic.post('/v1/checkout/reserve', order(id))),
    );
    const granted = answers.filter((answer) => answer.status === 200);
    expect(granted).toHaveLength(1);
    expect(granted[0]?.json.creditMinor).toBe('2000');
    await clinic.commit(granted[0]?.json.reservationId ?? '');
    expect(await rewardsOf('redeemed')).toHaveLength(1);
    const again = await clinic.post('/v1/checkout/reserve', order('e'));
    expect(again.json.error.code).toBe('not_eligible');
  });

  test('a free consultation pays a consultation and no order, and no stranger uses it', async () => {
    const code = await givenReferrer({
      referrerRewardKind: 'free_consultation',
      referrerAmountMinor: null,
    });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    const [voucher] = (await walletOf(referrer)).vouchers;
    const use = (patientEmail: string, kind: string) =>
      clinic.post('/v1/checkout/reserve', {
        patientEmail,
        orderId: `${kind}-${patientEmail}`,
        kind,
        currency: 'USD',
        orderTotalMinor: '12000',
        voucherId: voucher?.id,
      });
    expect((await use(friend, 'consultation')).status).toBe(404);
    expect((await use(referrer, 'order')).json.error.code).toBe('not_eligible');
    const reserved = await use(referrer, 'consultation');
    expect(reserved.json.creditMinor).toBe('12000');
    await clinic.commit(reserved.json.reservationId);
    const used = (await walletOf(referrer)).history.filter((line) => line.kind === 'used');
    expect(used).toMatchObject([{ amountMinor: null, words: expect.stringContaining('USD 120.00') }]);
  });

  test('an unused voucher ends with its time', async () => {
    const code = await givenReferrer({ friendRewardKind: 'free_consultation', friendAmountMinor: null });
    const friend = await givenFriend(code);
    await clinic.consultation(friend);
    world.clock.advanceDays(91);
    await world.tick();
    expect((await walletOf(friend)).vouchers[0]?.status).toBe('expired');
  });
});

test('neither wallet nor mail tells a referrer which friend earned them something, or that care took place', async () => {
  const code = await givenReferrer();
  const friend = await givenFriend(code);
  await clinic.consultation(friend);
  const seen = JSON.stringify([await walletOf(referrer), await world.mailsTo(referrer)], (_key, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  expect(seen).not.toMatch(/Ben|consultation|payer|inv_/i);
});
