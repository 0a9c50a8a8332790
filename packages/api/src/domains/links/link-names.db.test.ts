import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { createEdgeServer } from '../../edge/http.ts';
import { edgeRoutes } from '../../edge/routes.ts';

let world: World;
let anna: GivenPartner;
let ben: GivenPartner;
let edge: { url: string; close(): Promise<void> };

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

let count = 0;
/** A fresh link of a partner, as its list shows it. */
async function givenLink(partner: GivenPartner, over: { slug?: string; placement?: string } = {}) {
  const portal = await world.asPartner(partner.email);
  count += 1;
  const { id } = await portal.links.create({ campaign: `Campaign ${count}`, ...over });
  return { portal, id, link: await portal.links.stats({ id }) };
}

/** Where the edge sends somebody who follows this. */
const leadsTo = async (path: string): Promise<string | null> => {
  const answer = await fetch(`${edge.url}/r/${path}`, {
    redirect: 'manual',
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
  });
  return answer.headers.get('location');
};
const nowhere = 'http://patient.test/';
const pageOf = (code: string) => `http://patient.test/start/${code}`;

test('code, own address and spoken code lead to one page and count for one link', async () => {
  const { id, link, portal } = await givenLink(anna, { slug: 'Spring-Fair' });
  expect(link).toMatchObject({ url: 'http://edge.test/r/spring-fair', slug: 'spring-fair' });
  const spoken = link.spoken ?? '';
  const ways = [
    link.code,
    link.code.toUpperCase(),
    'spring-fair',
    'Spring-Fair',
    '5pr1ngfa1r',
    spoken,
    spoken.toUpperCase().replace('-', ''),
    spoken.replace('-', '_'),
  ];
  for (const way of ways) expect(await leadsTo(way), way).toBe(pageOf(link.code));
  expect(await leadsTo('spring')).toBe(nowhere);
  expect((await portal.links.stats({ id })).days.at(-1)?.clicks).toBe(ways.length);
});

test('of two partners who ask for one address at the same moment, or for two that look alike, one gets it', async () => {
  const [one, other] = [await givenLink(anna), await givenLink(ben)];
  for (const [first, second] of [
    ['marina-club', 'marina-club'],
    ['gold-coast', 'g0ld-c0ast'],
    ['modern-life', 'modem-life'],
  ] as const) {
    const results = await Promise.allSettled([
      one.portal.links.changeSlug({ id: one.id, slug: first }),
      other.portal.links.changeSlug({ id: other.id, slug: second }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refusal.reason).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/taken/) });
    const names = await world.owner`select link_id from link_names where name in (${first}, ${second})`;
    expect(names).toHaveLength(1);
  }
});

test('whoever loses an address keeps the one it had', async () => {
  const one = await givenLink(anna, { slug: 'old-town' });
  await givenLink(ben, { slug: 'new-town' });
  await expect(one.portal.links.changeSlug({ id: one.id, slug: 'new-t0wn' })).rejects.toThrow(/taken/);
  expect(await one.portal.links.stats({ id: one.id })).toMatchObject({ slug: 'old-town', earlierSlugs: [] });
});

test('ten changes of one link at once leave one address, and every one that was given leads here', async () => {
  const { portal, id, link } = await givenLink(anna);
  const slugs = Array.from({ length: 10 }, (_, index) => `harvest-${'acdefhjkmp'[index]}`);
  await Promise.all(slugs.map((slug) => portal.links.changeSlug({ id, slug })));
  const now = await portal.links.stats({ id });
  expect([now.slug, ...now.earlierSlugs].sort()).toEqual(slugs);
  for (const slug of slugs) expect(await leadsTo(slug), slug).toBe(pageOf(link.code));
  await expect(portal.links.changeSlug({ id, slug: 'harvest-x' })).rejects.toThrow(/had 10 addresses/);
  await portal.links.changeSlug({ id, slug: slugs[3] ?? '' });
  expect((await portal.links.stats({ id })).slug).toBe(slugs[3]);
});

test('an earlier address leads here for good and is given to nobody else', async () => {
  const { portal, id, link } = await givenLink(anna, { slug: 'winter-open' });
  await portal.links.changeSlug({ id, slug: 'summer-open' });
  expect(await portal.links.stats({ id })).toMatchObject({
    slug: 'summer-open',
    earlierSlugs: ['winter-open'],
  });
  expect(await leadsTo('winter-open')).toBe(pageOf(link.code));
  await expect(givenLink(ben, { slug: 'winter-0pen' })).rejects.toThrow(/taken/);
  await portal.links.changeSlug({ id, slug: null });
  expect(await portal.links.stats({ id })).toMatchObject({
    slug: null,
    url: `http://edge.test/r/${link.code}`,
    earlierSlugs: expect.arrayContaining(['winter-open', 'summer-open']),
  });
  expect(await leadsTo('summer-open')).toBe(pageOf(link.code));
});

test('the code of another link cannot be chosen as an address', async () => {
  await expect(givenLink(ben, { slug: anna.code })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await leadsTo(anna.code)).toBe(pageOf(anna.code));
});

test.each([
  ['admin', /kept for the organisation/],
  ['harb0ur-care', /kept for the organisation/],
  ['holy-sh1t', /do not put into links/],
])('%s is refused with a sentence, and nothing is left of the try', async (slug, sentence) => {
  const portal = await world.asPartner(anna.email);
  const before = (await portal.links.mine()).length;
  await expect(portal.links.create({ campaign: 'Refused', slug })).rejects.toThrow(sentence);
  expect(await portal.links.mine()).toHaveLength(before);
});

test('where a visitor came from goes on to the page, a person and another site never', async () => {
  const { link } = await givenLink(anna);
  expect(await leadsTo(`${link.code}?utm_source=poster&utm_campaign=fair&email=maya@mail.test`)).toBe(
    `${pageOf(link.code)}?utm_source=poster&utm_campaign=fair`,
  );
  for (const query of ['utm_source=maya@mail.test', 'next=https://evil.test', 'utm_term=//evil.test']) {
    expect(await leadsTo(`${link.code}?${query}`)).toBe(pageOf(link.code));
  }
  expect(await leadsTo('unknown-code?utm_source=poster')).toBe(nowhere);
});

test('a spoken code that is typed in leads the same way as the link; an unknown one is refused with a sentence', async () => {
  const { link } = await givenLink(anna, { slug: 'marina-west' });
  const site = world.visitor('patient');
  const url = `http://edge.test/r/${link.code}`;
  const typed = link.spoken?.toUpperCase().replace('-', ' ') ?? '';
  for (const entry of [typed, link.spoken ?? '', link.code, 'Marina West', 'MARINA-WE5T']) {
    expect(await site.links.find({ entry }), entry).toEqual({ url });
  }
  for (const entry of ['zzz-zzz', '%00', "x' or 1=1", 'кракен']) {
    await expect(site.links.find({ entry }), entry).rejects.toThrow(/know no such code/);
  }
  const gone = await givenActivePartner(world, { status: 'suspended' });
  await expect(site.links.find({ entry: gone.code })).rejects.toThrow(/know no such code/);
});

test('links are filtered by campaign; an archived one leaves the list and leads on where it led', async () => {
  const clara = await givenActivePartner(world, { name: 'Clara' });
  const portal = await world.asPartner(clara.email);
  const { id: poster } = await portal.links.create({ campaign: 'Open day', placement: 'Poster' });
  const { id: flyer } = await portal.links.create({ campaign: 'Open day', placement: 'Flyer' });
  await expect(portal.links.create({ campaign: 'Open day', placement: 'Flyer' })).rejects.toThrow(
    /another name/,
  );
  const ids = async (filter: object) => (await portal.links.mine(filter)).map(({ id }) => id).sort();
  expect(await ids({ campaign: 'Open day' })).toEqual([poster, flyer].sort());
  for (let press = 0; press < 2; press++) await portal.links.archive({ id: flyer, archived: true });
  expect(await ids({ campaign: 'Open day' })).toEqual([poster]);
  expect(await ids({ archived: true })).toEqual([flyer]);
  expect(await portal.links.campaigns()).toEqual([
    { campaign: 'default', links: 1, archived: 0 },
    { campaign: 'Open day', links: 1, archived: 1 },
  ]);
  const { code } = await portal.links.stats({ id: flyer });
  expect(await leadsTo(code)).toBe(pageOf(code));
  expect((await portal.links.stats({ id: flyer })).days.at(-1)?.clicks).toBe(1);
  await portal.links.archive({ id: flyer, archived: false });
  expect(await ids({ campaign: 'Open day' })).toEqual([poster, flyer].sort());
  const trail = await world.owner`
    select action, fields from audit_entries where subject_id = ${flyer} order by seq`;
  expect(trail.map(({ action }) => action)).toEqual([
    'share_link.created',
    'share_link.archived',
    'share_link.restored',
  ]);
});

test('the main link keeps its name and place in the list', async () => {
  const portal = await world.asPartner(ben.email);
  const main = (await portal.links.mine()).find(({ campaign }) => campaign === 'default');
  await expect(portal.links.archive({ id: main?.id ?? '', archived: true })).rejects.toThrow(/main link/);
});

test('staff see every link of a partner, and the database shows a partner no name of another', async () => {
  const { id } = await givenLink(anna, { slug: 'quay-side' });
  const links = await (await world.asStaff('coordinator')).links.ofPartner({ partnerId: anna.partnerId });
  expect(links.find((link) => link.id === id)).toMatchObject({ slug: 'quay-side', clicks: 0 });
  const seen = await world.db.scopedSql(
    { audience: 'partner', partnerId: ben.partnerId },
    (sql) => sql`select distinct partner_id from link_names`,
  );
  expect(seen.map((row) => row.partner_id)).toEqual([ben.partnerId]);
});
