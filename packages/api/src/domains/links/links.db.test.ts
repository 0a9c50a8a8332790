import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient } from '../../../test/given/clients.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { createEdgeServer } from '../../edge/http.ts';
import { edgeRoutes } from '../../edge/routes.ts';
import { newCode, newId } from '../../shared/id.ts';

let world: World;
let anna: GivenPartner;
let ben: GivenPartner;
let edge: { url: string; close(): Promise<void> };

const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

beforeAll(async () => {
  world = await World.open();
  anna = await givenActivePartner(world, { name: 'Anna' });
  ben = await givenActivePartner(world, { name: 'Ben' });
  const server = createEdgeServer({
    routes: edgeRoutes(world.system),
    log: pino({ level: 'silent' }),
    trustProxy: false,
    ready: async () => true,
    databaseAnswers: async () => true,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  edge = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
});
afterAll(async () => {
  await edge.close();
  await world.close();
});

const follow = (code: string, init: RequestInit = { headers: browser }) =>
  fetch(`${edge.url}/r/${code}`, { redirect: 'manual', ...init });

const clicksOn = async (code: string): Promise<number> => {
  const [row] = await world.owner`
    select count(*)::int as n from interactions i join share_links l on l.id = i.link_id where l.code = ${code}`;
  return row?.n;
};

test('a click on a partner link is committed when the redirect arrives', async () => {
  const answer = await follow(anna.code);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`http://patient.test/start/${anna.code}`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await clicksOn(anna.code)).toBe(1);
});

test('a patient link leads to the page of the friend', async () => {
  const { clientId } = await givenClient(world);
  const code = newCode();
  await world.owner`insert into share_links (id, code, client_id, campaign, created_at)
    values (${newId('shareLink', world.clock.now())}, ${code}, ${clientId}, 'friends', ${world.clock.now()})`;
  const answer = await follow(code);
  expect(answer.headers.get('location')).toBe(`http://patient.test/i/${code}`);
  expect(await clicksOn(code)).toBe(1);
});

test.each([
  ['a robot', { headers: { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' } }],
  ['a prefetch', { headers: { ...browser, 'sec-purpose': 'prefetch' } }],
  ['an older prefetch', { headers: { ...browser, purpose: 'prefetch' } }],
  ['a HEAD probe', { method: 'HEAD', headers: browser }],
])('%s is redirected and is no click', async (_, init) => {
  const before = await clicksOn(ben.code);
  const answer = await follow(ben.code, init);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`http://patient.test/start/${ben.code}`);
  expect(await clicksOn(ben.code)).toBe(before);
});

test('an unknown code, a broken one and the link of a suspended partner answer alike', async () => {
  const gone = await givenActivePartner(world, { status: 'suspended' });
  const answers = await Promise.all([newCode(), 'x', '%00%2e', gone.code].map((code) => follow(code)));
  for (const answer of answers) {
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('http://patient.test/');
  }
  expect(await clicksOn(gone.code)).toBe(0);
});

test('a click that cannot be recorded is not redirected', async () => {
  await world.owner`alter table interactions add constraint refuse_all check (false) not valid`;
  try {
    expect((await follow(anna.code)).status).toBe(503);
  } finally {
    await world.owner`alter table interactions drop constraint refuse_all`;
  }
});

test('no address of a visitor is stored, and the same visitor counts once a day', async () => {
  const portal = await world.asPartner(ben.email);
  const { id } = await portal.links.create({ campaign: 'Newsletter' });
  const link = (await portal.links.mine()).find((row) => row.id === id);
  for (let visit = 0; visit < 3; visit++) await follow(link?.code ?? '');
  const rows = await world.owner`select visitor_hash from interactions where link_id = ${id}`;
  expect(new Set(rows.map((row) => row.visitor_hash)).size).toBe(1);
  expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
  const stats = await portal.links.stats({ id });
  expect(stats.days).toHaveLength(30);
  expect(stats.days.at(-1)).toMatchObject({ day: '2026-03-02', clicks: 3, visitors: 1 });
  expect((await portal.links.mine()).find((row) => row.id === id)).toMatchObject({
    url: `http://edge.test/r/${link?.code}`,
    clicks: 3,
    clicksLast30Days: 3,
    referrals: 0,
  });
});

test('a partner has one link for a campaign and sees no link of another partner', async () => {
  const [annas, bens] = [await world.asPartner(anna.email), await world.asPartner(ben.email)];
  const { id } = await annas.links.create({ campaign: 'Fair' });
  await expect(annas.links.create({ campaign: 'Fair' })).rejects.toThrow(/another name/);
  await bens.links.create({ campaign: 'Fair' });
  await expect(bens.links.stats({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await bens.links.mine()).map((link) => link.id)).not.toContain(id);
});
