import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient } from '../../../test/given/clients.ts';
import { Edge } from '../../../test/given/edge.ts';
import { mailServer } from '../../../test/given/mail-server.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { kindNamed } from './catalogue.ts';
import { accountOfClient } from './readers.queries.ts';
import { beginDigests } from './send-digests.ts';
import { tell } from './tell.ts';
import { tellOfExpiry } from './tell-of-expiry.ts';

let world: World;
let edge: Edge;

beforeAll(async () => {
  // Half past seven in Dubai, a Monday.
  world = await World.open(new Date('2026-03-02T03:30:00Z'));
  edge = await Edge.open(world);
});
afterAll(async () => {
  await edge.close();
  await world.close();
});

let count = 0;

/** A patient with news that is only gathered for the digest by default, about a request of its own. */
async function givenPatientWithNews() {
  count += 1;
  const client = await givenClient(world, { account: true });
  await addNews(client.clientId);
  return { ...client, person: await world.asPatient(client.email) };
}

async function addNews(clientId: string): Promise<void> {
  const now = world.clock.now();
  await world.owner`
    insert into credit_lots (id, client_id, restores_redemption_id, currency, amount_minor, remaining_minor, created_at, expires_at)
    values (${`lot_digest${count}`}, ${clientId}, ${`rdm_digest${count}`}, 'USD', 2500, 2500, ${now},
      ${new Date(now.getTime() + 5 * 86_400_000)})`;
  await tellOfExpiry(world.system);
}

const digestsTo = async (email: string) =>
  (await world.mailsTo(email)).filter(({ template }) => template === 'digest');

async function dueDigests(): Promise<void> {
  await beginDigests(world.system);
  await world.settle();
}

test('before the morning nothing is sent, in the morning one mail with a text part', async () => {
  const { email } = await givenPatientWithNews();
  await dueDigests();
  expect(await digestsTo(email)).toEqual([]);
  world.clock.advanceMinutes(40);
  await dueDigests();
  const [mail, ...more] = await digestsTo(email);
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/^1 thing you have not read/);
  expect(mail?.body).toContain('A reward expires soon');
});

test('of two workers at once one makes the digest, and nobody gets a period twice', async () => {
  const { email } = await givenPatientWithNews();
  world.clock.advanceDays(1);
  await Promise.all([1, 2, 3, 4].map(() => beginDigests(world.system)));
  await world.settle();
  await dueDigests();
  expect(await digestsTo(email)).toHaveLength(1);
});

test('what was read is not in it, and with nothing unread there is none', async () => {
  const { email, person } = await givenPatientWithNews();
  await person.inbox.markAllRead({ upTo: world.clock.now() });
  world.clock.advanceDays(1);
  await dueDigests();
  expect(await digestsTo(email)).toEqual([]);
});

test('who wants it weekly gets it on Monday, who wants none gets none', async () => {
  const weekly = await givenPatientWithNews();
  const never = await givenPatientWithNews();
  await weekly.person.inbox.chooseDigest({ rhythm: 'weekly' });
  await never.person.inbox.chooseDigest({ rhythm: 'never' });
  const gotOn: string[] = [];
  for (let day = 0; day < 8; day++) {
    world.clock.advanceDays(1);
    await dueDigests();
    if ((await digestsTo(weekly.email)).length > gotOn.length) {
      gotOn.push(new Intl.DateTimeFormat('en', { weekday: 'long' }).format(world.clock.now()));
    }
  }
  expect(gotOn).toEqual(['Monday']);
  expect(await digestsTo(never.email)).toEqual([]);
});

test('the mail carries the one-click address; opening it changes nothing, posting ends the digest, also twice', async () => {
  const { email, person } = await givenPatientWithNews();
  const mailer = mailServer();
  const { sendDigest } = await import('./send-digests.ts');
  world.clock.advanceDays(1);
  await beginDigests(world.system);
  const [begun] = await world.owner<{ account_id: string; period: string }[]>`
    select d.account_id, d.period from digests d join accounts a on a.id = d.account_id where a.email = ${email}`;
  await sendDigest(
    { ...world.system, mailer },
    { accountId: begun?.account_id ?? '', period: begun?.period ?? '', rhythm: 'daily' },
  );
  const path = new URL(mailer.sent[0]?.unsubscribeUrl ?? '').pathname;
  const page = await fetch(`${edge.address}${path}`);
  expect(page.status).toBe(200);
  expect((await person.inbox.settings()).rhythm).toBe('daily');
  for (let time = 0; time < 2; time++) {
    const done = await fetch(`${edge.address}${path}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
    });
    expect(done.status).toBe(200);
  }
  expect((await person.inbox.settings()).rhythm).toBe('never');
  expect((await fetch(`${edge.address}/u/${'0'.repeat(32)}`, { method: 'POST' })).status).toBe(404);
  const [copy] = await world.owner`select unsubscribe_url from messages where to_address = ${email}`;
  expect(copy?.unsubscribe_url).toBeNull();
});

test('a person of a partner who switched a mail off gets none, and the colleague still does', async () => {
  const partner = await givenActivePartner(world);
  await world.owner`
    insert into accounts (id, audience, email, email_normalised, name, partner_id, partner_role, created_at)
    values ('acc_quiet', 'partner', 'quiet@choice.test', 'quiet@choice.test', 'Quiet', ${partner.partnerId}, 'owner', now())`;
  const quiet = await world.asPartner('quiet@choice.test');
  await quiet.inbox.chooseChannel({ kind: 'lead_taken_back', channel: 'email', enabled: false });
  await world.owner`
    insert into clients (id, name, locale, created_at) values ('cli_choice', 'Somebody', 'en', now())`;
  await world.owner`
    insert into leads (id, client_id, status, source, region, currency, amenities, created_at)
    values ('led_choice', 'cli_choice', 'qualified', 'staff', 'AE', 'USD', '{}', now())`;
  await world.owner`
    insert into lead_shares (id, lead_id, client_id, partner_id, engagement_id, partner_type_code, status, tick_contact,
      tick_budget, tick_requirements, shared_by, sent_at, answer_by)
    values ('shr_choice', 'led_choice', 'cli_choice', ${partner.partnerId}, ${partner.engagementId}, 'broker', 'withdrawn',
      true, true, true, 'test', now(), now())`;
  await inScope(world.system, (tx) =>
    recordChange(tx, world.system, {
      action: 'lead_share.withdrawn',
      subjectType: 'lead_share',
      subjectId: 'shr_choice',
    }),
  );
  await world.settle();
  expect((await world.mailsTo(partner.email)).map(({ template }) => template)).toContain('share-taken-back');
  expect(await world.mailsTo('quiet@choice.test')).toEqual([]);
  expect((await quiet.inbox.overview()).unread).toBe(1);
});

test('a mail that has to be sent cannot be switched off, and a kind of another app is not there', async () => {
  const partner = await givenActivePartner(world);
  const owner = await world.asPartner(partner.email);
  await expect(
    owner.inbox.chooseChannel({ kind: 'commission_invoiced', channel: 'email', enabled: false }),
  ).rejects.toThrow(/cannot be switched off/);
  await expect(
    owner.inbox.chooseChannel({ kind: 'deal_reported', channel: 'email', enabled: true }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('somebody who wants nothing of a kind has nothing of it', async () => {
  const client = await givenClient(world, { account: true });
  const person = await world.asPatient(client.email);
  for (const channel of ['in_app', 'email', 'digest'] as const) {
    await person.inbox.chooseChannel({ kind: 'friend_joined', channel, enabled: false });
  }
  const mailed = await inScope(world.system, async (tx) =>
    tell(tx, world.system, await accountOfClient(tx, client.clientId), {
      kind: kindNamed('friend_joined'),
      cause: 'nothing',
      eventType: 'invite.registered',
      subjectId: 'inv_x',
      payload: {},
      occurredAt: world.clock.now(),
    }),
  );
  expect(mailed).toEqual([]);
  expect((await person.inbox.overview()).newest).toEqual([]);
});
