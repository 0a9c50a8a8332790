import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { addDays, addHours } from '../../shared/clock.ts';

let world: World;
type Staff = Awaited<ReturnType<World['asStaff']>>;
let coordinator: Staff;
let manager: Staff;

beforeAll(async () => {
  world = await World.open();
  coordinator = await world.asStaff('coordinator');
  manager = await world.asStaff('manager');
  await manager.care.setRule({
    partnerTypeCode: 'banker',
    cadenceDays: 90,
    giftLimitMinor: 100_00n,
    currency: 'SGD',
  });
});
afterAll(() => world.close());

const banker = () => givenActivePartner(world, { type: 'banker', regions: ['SG'] });
const sgd = (amountMinor: bigint) => ({ amountMinor, currency: 'SGD' });
const gift = (partnerId: string, amountMinor: bigint, over: object = {}) =>
  coordinator.care.record({
    partnerId,
    kind: 'gift',
    heldAt: world.clock.now(),
    value: sgd(amountMinor),
    ...over,
  });
const leftOf = async (partnerId: string) =>
  (await coordinator.care.ofPartner({ partnerId })).limits[0]?.leftMinor;

test('ten gifts at once never pass the limit together', async () => {
  const { partnerId } = await banker();
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => gift(partnerId, 30_00n)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  for (const result of results) {
    if (result.status === 'rejected') {
      expect(result.reason).toMatchObject({
        code: 'PRECONDITION_FAILED',
        message: expect.stringMatching(/^Banker: SGD 10\.00 of SGD 100\.00 is left for this partner in 2026/),
      });
    }
  }
  expect(await leftOf(partnerId)).toBe(10_00n);
});

test('what is planned counts, what is cancelled frees its sum, and a change is held to the limit as well', async () => {
  const { partnerId } = await banker();
  const { id } = await gift(partnerId, 80_00n, { status: 'planned', heldAt: addDays(world.clock.now(), 3) });
  await expect(gift(partnerId, 21_00n)).rejects.toThrow(/SGD 20\.00 of SGD 100\.00 is left/);
  const { id: lunch } = await gift(partnerId, 20_00n, { kind: 'lunch' });
  const change = { id: lunch, kind: 'lunch' as const, heldAt: world.clock.now(), value: sgd(20_01n) };
  await expect(coordinator.care.update(change)).rejects.toThrow(/is left/);
  await coordinator.care.cancel({ id, reason: 'Postponed' });
  await coordinator.care.update({ ...change, value: sgd(99_00n) });
  expect(await leftOf(partnerId)).toBe(1_00n);
});

test('two changes at once cannot pass the limit together', async () => {
  const { partnerId } = await banker();
  const gifts = await Promise.all([gift(partnerId, 10_00n), gift(partnerId, 10_00n)]);
  const heldAt = world.clock.now();
  const results = await Promise.allSettled(
    gifts.map(({ id }) => coordinator.care.update({ id, kind: 'gift', heldAt, value: sgd(60_00n) })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await leftOf(partnerId)).toBe(30_00n);
});

test('a new year has a new limit, by the calendar of the organisation', async () => {
  const { partnerId } = await banker();
  await gift(partnerId, 100_00n);
  const inDubai2027 = new Date('2026-12-31T20:30:00Z');
  await gift(partnerId, 100_00n, { status: 'planned', heldAt: inDubai2027 });
  await expect(
    gift(partnerId, 1n, { status: 'planned', heldAt: new Date('2026-12-31T19:30:00Z') }),
  ).rejects.toThrow(/SGD 0\.00 of SGD 100\.00 is left for this partner in 2026/);
});

test('regulated types may be given nothing, and a foreign currency is refused with a sentence', async () => {
  const lawyer = await givenActivePartner(world, { type: 'attorney', regions: ['US-MN'] });
  await expect(
    coordinator.care.record({
      partnerId: lawyer.partnerId,
      kind: 'gift',
      heldAt: world.clock.now(),
      value: { amountMinor: 1n, currency: 'USD' },
    }),
  ).rejects.toThrow(/not allowed for this partner type/);
  const { partnerId } = await banker();
  await expect(gift(partnerId, 1n, { value: { amountMinor: 1n, currency: 'USD' } })).rejects.toThrow(
    /limit is in SGD/,
  );
  await expect(gift(partnerId, 1n, { value: undefined })).rejects.toThrow(/worth/);
});

test('a partner is overdue by the cadence of its type until a contact is done; a plan or a note is none', async () => {
  const { partnerId } = await banker();
  const overdue = async () =>
    (await coordinator.care.due({ due: 'overdue', limit: 100 })).rows.some(
      (row) => row.partnerId === partnerId,
    );
  const waiting = async () => (await coordinator.home.summary()).waiting.overduePartners;
  expect(await overdue()).toBe(false);
  world.clock.advanceDays(91);
  expect(await overdue()).toBe(true);
  const before = await waiting();
  const { id } = await coordinator.care.record({
    partnerId,
    kind: 'coffee',
    status: 'planned',
    heldAt: addHours(world.clock.now(), 2),
  });
  await coordinator.care.record({ partnerId, kind: 'note', note: 'Moved.', heldAt: world.clock.now() });
  expect(await overdue()).toBe(true);
  world.clock.advanceMinutes(180);
  await coordinator.care.complete({ id, note: 'Went well.' });
  expect(await overdue()).toBe(false);
  expect(await waiting()).toBe(before - 1);
  await manager.partners.changeStatus({ id: partnerId, to: 'inactive', reason: 'Rests' });
  world.clock.advanceDays(200);
  expect(await overdue()).toBe(false);
});

test('pages of what is due follow each other without a gap or a double', async () => {
  for (let count = 0; count < 3; count++) await banker();
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof coordinator.care.due>> = await coordinator.care.due({
      due: 'all',
      limit: 2,
      cursor,
    });
    seen.push(...page.rows.map((row) => row.partnerId));
    cursor = page.nextCursor;
  } while (cursor);
  const all = (await coordinator.care.due({ due: 'all', limit: 100 })).rows.map((row) => row.partnerId);
  expect(seen).toEqual(all);
});

test('what was said stands in no trail and no event, and can be emptied', async () => {
  const { partnerId } = await banker();
  const secret = 'Her daughter starts school';
  const heldAt = world.clock.now();
  const { id } = await coordinator.care.record({
    partnerId,
    kind: 'call',
    heldAt,
    withWhom: 'Grace Secretive',
    note: secret,
  });
  await coordinator.care.update({ id, kind: 'call', heldAt });
  const [row] = await world.owner`select note, with_whom from touchpoints where id = ${id}`;
  expect(row).toEqual({ note: null, with_whom: null });
  const trail = await world.owner`select * from audit_entries where subject_id = ${id} order by seq`;
  expect(trail.map(({ action, fields }) => [action, fields])).toEqual([
    ['touchpoint.recorded', ''],
    ['touchpoint.updated', 'withWhom,note'],
  ]);
  const events = await world.owner`select payload from outbox where subject_id = ${id}`;
  expect(JSON.stringify([trail, events])).not.toMatch(/daughter|Secretive/);
});

test('done twice at once is done once; what is cancelled stays cancelled', async () => {
  const { partnerId } = await banker();
  const { id } = await coordinator.care.record({
    partnerId,
    kind: 'call',
    status: 'planned',
    heldAt: addDays(world.clock.now(), 1),
  });
  const results = await Promise.allSettled([
    coordinator.care.complete({ id }),
    coordinator.care.complete({ id }),
    coordinator.care.complete({ id }),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await coordinator.care.cancel({ id, reason: 'Noted by mistake' });
  await expect(coordinator.care.update({ id, kind: 'call', heldAt: world.clock.now() })).rejects.toThrow(
    /cancelled/,
  );
  await expect(coordinator.care.complete({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a time that does not fit is refused with what to do', async () => {
  const { partnerId } = await banker();
  const now = world.clock.now();
  const call = { partnerId, kind: 'call' as const };
  await expect(coordinator.care.record({ ...call, heldAt: addHours(now, 1) })).rejects.toThrow(/Plan it/);
  await expect(
    coordinator.care.record({ ...call, status: 'planned', heldAt: addHours(now, -1) }),
  ).rejects.toThrow(/time has passed/);
});

test('the calendar shows kind, partner and time and no note, and its address works until it is replaced or closed', async () => {
  const { partnerId, name } = await banker();
  const { id } = await coordinator.care.record({
    partnerId,
    kind: 'coffee',
    status: 'planned',
    heldAt: addDays(world.clock.now(), 2),
    note: 'Ask about the merger',
    withWhom: 'Grace',
  });
  const { text } = await coordinator.care.file({ id });
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain(`SUMMARY:Coffee: ${name}`);
  expect(text).not.toMatch(/merger|Grace/);
  const program = world.visitor('staff');
  const secretOf = ({ url }: { url: string }) => url.replace('http://admin.test/calendar/', '');
  const first = secretOf(await coordinator.care.openCalendar());
  expect((await program.care.feed({ secret: first })).text).toContain(`UID:${id}`);
  const [stored] = await world.owner`select secret_hash from calendar_feeds`;
  expect(stored?.secret_hash).not.toContain(first);
  const second = secretOf(await coordinator.care.openCalendar());
  await expect(program.care.feed({ secret: first })).rejects.toThrow(/calendar is closed/);
  expect((await (await world.asStaff('manager')).care.calendar()).since).toBeNull();
  await world.owner`update accounts set disabled_at = now() where email = 'coordinator@harbour.test'`;
  await expect(program.care.feed({ secret: second })).rejects.toThrow(/calendar is closed/);
  await world.owner`update accounts set disabled_at = null where email = 'coordinator@harbour.test'`;
  await coordinator.care.closeCalendar();
  await expect(program.care.feed({ secret: second })).rejects.toThrow(/calendar is closed/);
});

test('the database shows a partner nothing of all this, not even about itself', async () => {
  const { partnerId } = await banker();
  await gift(partnerId, 1_00n);
  for (const table of ['touchpoints', 'care_rules', 'calendar_feeds']) {
    const rows = await world.db.scopedSql({ audience: 'partner', partnerId }, (sql) =>
      sql.unsafe(`select * from ${table}`),
    );
    expect(rows, table).toHaveLength(0);
  }
});
