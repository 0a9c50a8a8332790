import type { AnyRouter } from '@trpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../../../test/given/browser.ts';
import { givenQualifiedLead, givenShare } from '../../../test/given/deals.ts';
import { givenAdminBrowser, givenLook, givenLookToken } from '../../../test/given/looks.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { assembleCast, type Cast } from '../../../test/permissions/cast.ts';
import { samples } from '../../../test/permissions/samples/index.ts';
import { appRouter } from '../../root.ts';
import type { ProcedureMeta } from '../../trpc/trpc.ts';

let world: World;
let cast: Cast;

beforeAll(async () => {
  world = await World.open();
  cast = await assembleCast(world);
});
afterAll(() => world.close());

interface Definition {
  type: string;
  meta: ProcedureMeta;
}

const procedures = Object.entries(
  (appRouter as AnyRouter)._def.procedures as Record<string, { _def: unknown }>,
).map(([path, { _def }]) => ({ path, ...(_def as Definition) }));

/** Calls a procedure with the sample that the matrix of permissions plays it with. */
async function callSample(procedures: unknown, path: string): Promise<unknown> {
  let target = procedures;
  for (const part of path.split('.')) target = (target as Record<string, unknown>)[part];
  return (target as (input: unknown) => Promise<unknown>)(samples[path]?.input(cast));
}

const looksAt = async ({ email }: GivenPartner) => (await world.asPartner(email)).looks.mine();

const entriesAbout = (subjectId: string) =>
  world.owner<{ action: string; actor: string; role: string; fields: string }[]>`
    select e.action, a.name as actor, a.staff_role as role, e.fields from audit_entries e
    join accounts a on a.id = e.actor_id
    where e.subject_id = ${subjectId} and e.action ~ '^(partner[.]look|look[.])' order by e.seq`;

test('of 20 who enter with one address at once exactly one gets in', async () => {
  const admin = await givenAdminBrowser(world);
  const { partnerId } = await givenActivePartner(world);
  const token = await givenLookToken(admin, partnerId);
  const browsers = Array.from({ length: 20 }, () => new Browser(world, 'partner'));
  const tries = await Promise.allSettled(
    browsers.map(async (browser) => (await browser.call()).looks.enter({ token })),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(browsers.filter(({ cookie }) => cookie !== null)).toHaveLength(1);
  const [rows] = await world.owner`
    select count(*)::int as n from partner_looks where partner_id = ${partnerId} and started_at is not null`;
  expect(rows?.n).toBe(1);
});

test('address and cookie are stored as hashes only, and the address works for a minute', async () => {
  const admin = await givenAdminBrowser(world);
  const { partnerId, name } = await givenActivePartner(world);
  const token = await givenLookToken(admin, partnerId, 'They ask for help');
  const offer = await world.visitor('partner').looks.offer({ token });
  expect(offer).toEqual({
    partnerName: name,
    staffName: 'admin person',
    reason: 'They ask for help',
    minutes: 30,
  });
  const browser = await givenLook(admin, partnerId);
  const secret = browser.cookie?.split('=')[1];
  expect(secret).toMatch(/^[0-9a-z]{32}$/);
  const [kept] = await world.owner<{ all: string }[]>`
    select string_agg(t::text, '') || (select string_agg(l::text, '') from partner_looks l) as all from tokens t`;
  expect(kept?.all).not.toContain(token);
  expect(kept?.all).not.toContain(secret);
  expect(browser.setCookie).toMatch(/HttpOnly; SameSite=Lax/);

  world.clock.advanceMinutes(2);
  const late = world.visitor('partner').looks;
  for (const answer of [() => late.offer({ token }), () => late.enter({ token })]) {
    await expect(answer()).rejects.toThrow(/used before or is too old/);
  }
});

test('whoever looks reads what the partner reads, and every write of the portal is refused', async () => {
  const owner = await world.asPartner(cast.own.partnerOwner);
  const browser = await givenLook(await givenAdminBrowser(world), cast.own.partner);
  const onlooker = await browser.call();
  expect(await onlooker.portalProfile.get()).toEqual(await owner.portalProfile.get());
  expect(await onlooker.shares.mine({})).toEqual(await owner.shares.mine({}));

  const writes = procedures.filter(
    ({ type, meta }) => type !== 'query' && meta.audiences.includes('partner') && !meta.inLook,
  );
  expect(writes.length).toBeGreaterThan(50);
  for (const { path } of writes) {
    await expect(callSample(onlooker, path), path).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  // What may be written is the look's own, and no more than this.
  expect(procedures.filter(({ meta }) => meta.inLook).map(({ path }) => path)).toEqual([
    'looks.enter',
    'looks.noteExport',
    'looks.leave',
  ]);
});

test('nothing of a person is opened by a look: no account, codes, sessions, inbox, invitations', async () => {
  const onlooker = await (await givenLook(await givenAdminBrowser(world), cast.own.partner)).call();
  const closed = procedures.filter(
    ({ type, meta }) =>
      type === 'query' &&
      meta.audiences.includes('partner') &&
      ['account.self', 'portal.own', 'portal.work'].includes(meta.permission),
  );
  expect(closed.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['account.overview', 'account.secondFactors', 'inbox.list', 'team.invitations']),
  );
  for (const { path } of closed) {
    await expect(callSample(onlooker, path), path).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});

test('the database refuses a write in the scope of a look, past every check of ours', async () => {
  const { partnerId } = await givenActivePartner(world);
  const browser = await givenLook(await givenAdminBrowser(world), partnerId);
  const { scope } = await browser.context();
  const write = world.db.scopedSql(
    scope,
    (sql) => sql`update partners set city = 'X' where id = ${partnerId}`,
  );
  await expect(write).rejects.toThrow(/read-only transaction/);
  const forever = world.owner`update partner_looks set ends_at = ends_at + interval '1 second'
    where partner_id = ${partnerId}`;
  await expect(forever).rejects.toThrow(/partner_looks_limit/);
});

test('a look lasts 30 minutes, however much is read, and keeps the admin from resting out meanwhile', async () => {
  const admin = await givenAdminBrowser(world);
  const partner = await givenActivePartner(world);
  const browser = await givenLook(admin, partner.partnerId);
  await restsUntil(15);
  for (const minutes of [10, 10, 9]) {
    world.clock.advanceMinutes(minutes);
    await (await browser.call()).portalProfile.get();
  }
  world.clock.advanceMinutes(1);
  expect(await browser.isSignedIn()).toBe(false);
  await world.tick();
  const [look] = await looksAt(partner);
  expect(look).toMatchObject({ ended: 'time' });
  expect(Number(look?.endedAt) - Number(look?.startedAt)).toBe(30 * 60_000);
});

/** The browser library counts by the real clock; here the session rests by that of the world. */
async function restsUntil(minutes: number): Promise<void> {
  const until = new Date(world.clock.now().getTime() + minutes * 60_000);
  await world.owner`update sessions set expires_at = ${until} where audience = 'staff'`;
}

async function restOut(): Promise<void> {
  await restsUntil(15);
  world.clock.advanceMinutes(16);
}

test.each([
  ['whoever looks signs out', async (admin: Browser) => (await admin.call()).identity.signOut()],
  ['their session rests out', restOut],
  [
    'they are no administrator any more',
    async () => world.owner`update accounts set staff_role = 'manager' where email = 'admin@harbour.test'`,
  ],
  [
    'their account is closed',
    async () => world.owner`update accounts set disabled_at = now() where email = 'admin@harbour.test'`,
  ],
  [
    'the partnership ends',
    async (_: Browser, id: string) =>
      (await world.asStaff('manager')).partners.changeStatus({ id, to: 'terminated', reason: 'Fraud' }),
  ],
])('a look ends at once when %s, and the trail says so', async (_, happens) => {
  const admin = await givenAdminBrowser(world);
  const partner = await givenActivePartner(world);
  const browser = await givenLook(admin, partner.partnerId);
  const asked = await givenLookToken(admin, partner.partnerId);
  expect(await browser.isSignedIn()).toBe(true);
  await happens(admin, partner.partnerId);
  expect(await browser.isSignedIn()).toBe(false);
  await expect(world.visitor('partner').looks.enter({ token: asked })).rejects.toThrow(/too old/);
  await world.owner`update accounts set staff_role = 'admin', disabled_at = null where email = 'admin@harbour.test'`;
  const { sessions } = world.requestAs('staff', null);
  await sessions.closeAllOf((await world.principal('staff', 'admin@harbour.test')).accountId);
  await world.tick();
  const [row] = await world.owner`select ended from partner_looks
    where partner_id = ${partner.partnerId} and started_at is not null`;
  expect(row?.ended).toBe('cut_off');
  expect((await entriesAbout(partner.partnerId)).at(-1)).toMatchObject({
    action: 'partner.look_ended',
    actor: 'admin person',
  });
});

test('opening, start, each reading, files and end stand in the trail in the name of the administrator', async () => {
  const admin = await givenAdminBrowser(world);
  const partner = await givenActivePartner(world);
  const shareId = await givenShare(world, await givenQualifiedLead(world), partner);
  const browser = await givenLook(admin, partner.partnerId, 'Zora Quill is missing');
  const onlooker = await browser.call();
  await onlooker.shares.mine({});
  await onlooker.shares.mineDetail({ id: shareId });
  await onlooker.shares.mineDetail({ id: shareId });
  await onlooker.looks.noteExport({ list: 'leads' });
  const missing = onlooker.shares.mineDetail({ id: `shr_${'0'.repeat(26)}` });
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await onlooker.looks.leave();
  expect(browser.setCookie).toMatch(/^goodword_look=; Path=\/; Max-Age=0/);

  const by = { actor: 'admin person', role: 'admin' };
  expect(await entriesAbout(partner.partnerId)).toEqual([
    { action: 'partner.look_opened', fields: '', ...by },
    { action: 'partner.look_began', fields: '', ...by },
    { action: 'partner.look_ended', fields: '', ...by },
  ]);
  const [look] = await looksAt(partner);
  expect(await entriesAbout(look?.id ?? '')).toEqual([
    { action: 'look.read', fields: 'shares.mine', ...by },
    { action: 'look.read', fields: `shares.mineDetail,${shareId}`, ...by },
    { action: 'look.read', fields: `shares.mineDetail,${shareId}`, ...by },
    { action: 'look.exported', fields: 'leads', ...by },
  ]);
  const [leak] =
    await world.owner`select count(*)::int as n from audit_entries e where e::text ~* 'zora|quill'`;
  expect(leak?.n).toBe(0);
});

test('all members of the partner read who looked, when, why and for how long; nobody else does', async () => {
  const admin = await givenAdminBrowser(world);
  const partner = await givenActivePartner(world, { role: 'member' });
  const browser = await givenLook(admin, partner.partnerId, 'You asked where your lead is');
  const startedAt = world.clock.now();
  expect(await looksAt(partner)).toMatchObject([
    { staffName: 'admin person', reason: 'You asked where your lead is', startedAt, endedAt: null },
  ]);
  world.clock.advanceMinutes(7);
  await (await browser.call()).looks.leave();
  expect(await looksAt(partner)).toMatchObject([{ endedAt: world.clock.now(), ended: 'left' }]);
  expect(await browser.isSignedIn()).toBe(false);
  // An address that nobody used was no look.
  await givenLookToken(admin, partner.partnerId);
  expect(await looksAt(partner)).toHaveLength(1);
  expect(await looksAt(await givenActivePartner(world))).toEqual([]);
});

test("the partner's own session in the same browser gives way to a look and counts again after it", async () => {
  const admin = await givenAdminBrowser(world);
  const own = await givenActivePartner(world);
  const seen = await givenActivePartner(world);
  const { sessions } = world.requestAs('partner', null);
  const session = (await sessions.open({ id: own.accountId }, { twoFactorDone: true })).split(';')[0];
  const look = await givenLook(admin, seen.partnerId);
  const both = `${session}; ${look.cookie}`;
  expect(await sessions.read(both)).toMatchObject({ partnerId: seen.partnerId, role: 'partner_onlooker' });
  await (await look.call()).looks.leave();
  expect(await sessions.read(both)).toMatchObject({ partnerId: own.partnerId, look: null });
});

test('the cookie of a look opens nothing in the other apps', async () => {
  const { partnerId } = await givenActivePartner(world);
  const look = await givenLook(await givenAdminBrowser(world), partnerId);
  for (const app of ['staff', 'patient'] as const) {
    const there = new Browser(world, app);
    there.cookie = look.cookie;
    expect(await there.isSignedIn()).toBe(false);
  }
});

test('asking takes an administrator, a reason and a password of a moment ago', async () => {
  const { partnerId } = await givenActivePartner(world);
  const admin = await givenAdminBrowser(world);
  const ask = async (reason: string) => (await admin.call()).looks.open({ partnerId, reason });
  await expect(ask('  ')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const manager = (await world.asStaff('manager')).looks.open({ partnerId, reason: 'Try' });
  await expect(manager).rejects.toMatchObject({ code: 'FORBIDDEN' });
  world.clock.advanceMinutes(11);
  await expect(ask('They ask for help')).rejects.toThrow(/enter your password/);
});

test.each(['invited', 'pending_review', 'rejected', 'terminated'] as const)(
  'there is nothing to look at with a partner that is %s',
  async (status) => {
    const { partnerId } = await givenActivePartner(world, { status });
    const ask = (await (await givenAdminBrowser(world)).call()).looks.open({ partnerId, reason: 'Try' });
    await expect(ask).rejects.toThrow(/no portal to look at/);
  },
);
