import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { addressHash, suppressAddress } from '../notifications/index.ts';

let world: World;
let manager: Awaited<ReturnType<World['asStaff']>>;

beforeAll(async () => {
  world = await World.open();
  manager = await world.asStaff('manager');
});
afterAll(() => world.close());

const nobody = `par_${'0'.repeat(26)}`;
const letter = () => ({
  subject: 'Opening hours',
  body: `We close early.\n\nUntil ${randomUUID()}`,
  key: randomUUID(),
});
const statusOf = async (id: string) => (await manager.partners.get({ id })).status;

test('of many partners those that cannot change say why, and the others change', async () => {
  const [active, ended] = [
    await givenActivePartner(world),
    await givenActivePartner(world, { status: 'terminated' }),
  ];
  const ids = [active.partnerId, ended.partnerId, nobody, active.partnerId];
  const { results } = await manager.partners.changeStatusOfMany({
    ids,
    to: 'inactive',
    reason: 'Summer break',
  });
  expect(results).toMatchObject([
    { id: active.partnerId, ok: true, message: null },
    {
      id: ended.partnerId,
      ok: false,
      message: expect.stringMatching(/terminated and cannot become inactive/),
    },
    { id: nobody, ok: false, message: expect.stringMatching(/does not exist/) },
  ]);
  expect(await statusOf(active.partnerId)).toBe('inactive');
  expect(await statusOf(ended.partnerId)).toBe('terminated');
});

test('more than 500 rows are refused before one of them changes', async () => {
  const { partnerId } = await givenActivePartner(world);
  const ids = Array.from({ length: 501 }, () => partnerId);
  const many = { ids, to: 'inactive', reason: 'Summer break' } as const;
  await expect(manager.partners.changeStatusOfMany(many)).rejects.toThrow(/at most 500/);
  expect(await statusOf(partnerId)).toBe('active');
});

test('partners get an account manager: shown, filtered by, and taken over only from the one who was said', async () => {
  const [one, other] = [await givenActivePartner(world), await givenActivePartner(world)];
  const ids = [one.partnerId, other.partnerId];
  const { accountId } = await world.principal('staff', 'manager@harbour.test');
  const { principal: auditor } = await world.staff('auditor');
  expect((await manager.partners.setOwner({ ids, accountId })).results.every(({ ok }) => ok)).toBe(true);
  const mine = await manager.partners.list({ owner: accountId });
  expect(mine.rows.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  expect(mine.rows[0]?.ownerName).toBe('manager person');
  expect((await manager.partners.get({ id: one.partnerId })).ownerName).toBe('manager person');
  const free = await manager.partners.list({ owner: 'none', limit: 100 });
  expect(free.rows.some(({ id }) => ids.includes(id))).toBe(false);
  const late = await manager.partners.setOwner({ ids: [one.partnerId], accountId: null, from: null });
  expect(late.results[0]).toMatchObject({ ok: false, message: expect.stringMatching(/in the meantime/) });
  const wrong = await manager.partners.setOwner({ ids, accountId: auditor?.accountId ?? '' });
  expect(wrong.results.map(({ ok }) => ok)).toEqual([false, false]);
});

test('setting the same account manager again leaves no trace', async () => {
  const { partnerId } = await givenActivePartner(world);
  const { accountId } = await world.principal('staff', 'manager@harbour.test');
  for (let n = 0; n < 2; n++) await manager.partners.setOwner({ ids: [partnerId], accountId });
  const rows = await world.owner`
    select id from audit_entries where subject_id = ${partnerId} and action = 'partner.owner_changed'`;
  expect(rows).toHaveLength(1);
});

test('a written message reaches each partner once, whoever presses send how often, and reads as previewed', async () => {
  const partner = await givenActivePartner(world, { email: 'once@partner.test' });
  const mail = letter();
  const send = () => manager.partners.write({ ids: [partner.partnerId], ...mail });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.flatMap(({ results }) => results.map(({ ok }) => ok))).toEqual([true, true, true]);
  await world.settle();
  const sent = (await world.mailsTo(partner.email)).filter(({ template }) => template === 'partner-letter');
  expect(sent).toHaveLength(1);
  const { key: _, ...text } = mail;
  const preview = await manager.partners.previewMail({ partnerId: partner.partnerId, ...text });
  expect(preview).toMatchObject({ to: partner.email, subject: 'Opening hours', html: sent[0]?.html });
});

test('who opted out, has no address, left, shares an address or got the same today is left out with the reason', async () => {
  const silent = await givenActivePartner(world, { email: 'silent@partner.test' });
  const gone = await givenActivePartner(world, { email: 'gone@partner.test', status: 'terminated' });
  const bare = await givenActivePartner(world, { email: 'bare@partner.test' });
  const first = await givenActivePartner(world, { email: 'shared@partner.test' });
  const second = await givenActivePartner(world);
  await world.owner`update partners set email = 'shared@partner.test' where id = ${second.partnerId}`;
  await world.owner`update partners set email = null where id = ${bare.partnerId}`;
  await inScope(world.system, (tx) =>
    suppressAddress(tx, world.system, addressHash(world.system, silent.email), 'opted_out'),
  );
  const mail = letter();
  const ids = [silent, gone, bare, first, second].map(({ partnerId }) => partnerId);
  const { results } = await manager.partners.write({ ids, ...mail });
  expect(results.map(({ ok, message }) => (ok ? 'sent' : message))).toEqual([
    expect.stringMatching(/asked not to be written to/),
    expect.stringMatching(/no longer work with/),
    expect.stringMatching(/No e-mail address/),
    'sent',
    expect.stringMatching(/same address/),
  ]);
  const again = await manager.partners.write({ ids: [first.partnerId], ...mail, key: randomUUID() });
  expect(again.results[0]?.message).toMatch(/this very message/);
  await expect(manager.partners.write({ ids, ...mail, body: 'Another text' })).rejects.toThrow(
    /another text/,
  );
  await world.settle();
  expect(await world.mailsTo(silent.email)).toEqual([]);
  expect((await world.mailsTo('shared@partner.test')).length).toBe(1);
});
