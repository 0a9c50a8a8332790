import { accounts } from '@goodword/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenConsent } from '../../../test/given/clients.ts';
import { type GivenLead, givenQualifiedLead } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import type { DomainEvent } from '../../jobs/job.ts';
import { inScope } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import { kindNamed } from './catalogue.ts';
import { accountOfClient } from './readers.queries.ts';
import { tell } from './tell.ts';
import { tellOfEvent } from './tell-of-event.ts';

let world: World;
let staff: Awaited<ReturnType<World['asStaff']>>;

beforeAll(async () => {
  world = await World.open();
  staff = await world.asStaff('coordinator');
  await world.staff('admin');
});
afterAll(() => world.close());

/** A second person of a partner. */
async function addMember(partnerId: string, email: string): Promise<void> {
  await inScope(world.system, (tx) =>
    tx.insert(accounts).values({
      id: newId('account', world.clock.now()),
      audience: 'partner',
      email,
      emailNormalised: email,
      name: 'Second person',
      partnerId,
      partnerRole: 'member',
      emailVerifiedAt: world.clock.now(),
      createdAt: world.clock.now(),
    }),
  );
}

async function eventOf(type: string, subjectId: string): Promise<DomainEvent> {
  const [row] = await world.owner<
    { id: string; type: string; subject_id: string; occurred_at: Date; request_id: string }[]
  >`select id::text, type, subject_id, occurred_at, request_id from outbox
    where type = ${type} and subject_id = ${subjectId} order by id desc limit 1`;
  if (!row) throw new Error(`no ${type} of ${subjectId}`);
  return {
    id: row.id,
    type: row.type,
    subjectId: row.subject_id,
    payload: {},
    occurredAt: row.occurred_at,
    requestId: row.request_id,
  };
}

/** Shared through the procedures, so that events and audit are as in real life. */
async function offer(partner: GivenPartner, lead: GivenLead): Promise<string> {
  await givenConsent(world, lead.clientId, { scope: 'contact', recipient: 'broker' });
  const { id } = await staff.shares.create({
    leadId: lead.leadId,
    partnerId: partner.partnerId,
    engagementId: partner.engagementId,
    ticks: { contact: true, budget: false, requirements: false },
  });
  await world.settle();
  return id;
}

async function givenOffer() {
  const partner = await givenActivePartner(world);
  const lead = await givenQualifiedLead(world);
  return { partner, lead, shareId: await offer(partner, lead) };
}

test('each person of the partner is told of an offered lead, and nobody of another partner', async () => {
  const other = await givenActivePartner(world);
  const partner = await givenActivePartner(world);
  await addMember(partner.partnerId, 'second@offer.test');
  const lead = await givenQualifiedLead(world);
  const shareId = await offer(partner, lead);

  for (const email of [partner.email, 'second@offer.test']) {
    const person = await world.asPartner(email);
    const { unread, newest } = await person.inbox.overview();
    expect(unread).toBe(1);
    expect(newest[0]).toMatchObject({ kind: 'lead_offered', href: `/leads/${shareId}`, readAt: null });
    expect(await world.mailsTo(email)).toMatchObject([{ template: 'share-offered' }]);
  }
  expect(await (await world.asPartner(other.email)).inbox.overview()).toEqual({ unread: 0, newest: [] });
});

test('what a partner is told of a lead names nothing of the client', async () => {
  const { partner, lead } = await givenOffer();
  const { newest } = await (await world.asPartner(partner.email)).inbox.overview();
  const [client] = await world.owner<{ name: string; email: string }[]>`
    select c.name, c.email from clients c join leads l on l.client_id = c.id where l.id = ${lead.leadId}`;
  const said = JSON.stringify(newest);
  expect(said).not.toContain(client?.name);
  expect(said).not.toContain(client?.email);
  const stored = await world.owner`select * from notifications where partner_id = ${partner.partnerId}`;
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toContain(client?.name);
});

test('an event delivered again, also many times at once, tells and mails once', async () => {
  const { partner, shareId } = await givenOffer();
  const event = await eventOf('lead_share.sent', shareId);
  await Promise.all([1, 2, 3, 4, 5].map(() => tellOfEvent(world.system, event)));
  const { unread } = await (await world.asPartner(partner.email)).inbox.overview();
  expect(unread).toBe(1);
  const [told] = await world.owner`
    select count(*)::int as n from outbox where type = 'inbox.changed' and subject_id = ${partner.accountId}`;
  expect(told?.n).toBe(1);
});

test('staff hear what others did and not what they did themselves', async () => {
  const { partner, lead, shareId } = await givenOffer();
  await staff.leads.assign({
    id: lead.leadId,
    accountId: (await world.principal('staff', 'coordinator@harbour.test')).accountId,
  });
  await (await world.asPartner(partner.email)).shares.accept({ id: shareId });
  await world.settle();
  const { newest } = await staff.inbox.overview();
  const about = newest.filter(({ href }) => href === `/leads/${lead.leadId}`);
  expect(about.map(({ kind }) => kind)).toEqual(['share_accepted']);
  expect(about[0]?.title).toContain(partner.name);
  const admin = await (await world.asStaff('admin')).inbox.overview();
  expect(admin.newest.filter(({ kind }) => kind === 'share_accepted')).toEqual([]);
});

test('reading works once, however often and at once it is asked, and the tabs hear of it once', async () => {
  const { partner } = await givenOffer();
  const person = await world.asPartner(partner.email);
  const [one] = (await person.inbox.list({})).rows;
  await Promise.all([1, 2, 3, 4].map(() => person.inbox.markRead({ id: one?.id ?? '' })));
  expect((await person.inbox.overview()).unread).toBe(0);
  const [told] = await world.owner`
    select count(*)::int as n from outbox where type = 'inbox.changed' and subject_id = ${partner.accountId}`;
  expect(told?.n).toBe(2);
});

test('marking all read leaves what arrived after the newest one seen', async () => {
  const { partner } = await givenOffer();
  const person = await world.asPartner(partner.email);
  const seen = (await person.inbox.list({})).rows[0]?.occurredAt ?? new Date(0);
  world.clock.advanceMinutes(1);
  await offer(partner, await givenQualifiedLead(world));
  expect(await person.inbox.markAllRead({ upTo: seen })).toMatchObject({ marked: 1 });
  expect((await person.inbox.overview()).unread).toBe(1);
  expect((await person.inbox.list({ unreadOnly: true })).rows).toHaveLength(1);
});

test('taking a reading back makes unread what it read and nothing else, once, and nothing of a colleague', async () => {
  const { partner } = await givenOffer();
  await addMember(partner.partnerId, 'reader@back.test');
  const person = await world.asPartner(partner.email);
  const colleague = await world.asPartner('reader@back.test');
  await offer(partner, await givenQualifiedLead(world));
  const [first] = (await person.inbox.list({})).rows;
  await person.inbox.markRead({ id: first?.id ?? '' });
  world.clock.advanceMinutes(1);
  await offer(partner, await givenQualifiedLead(world));
  const { marked, readAt } = await person.inbox.markAllRead({ upTo: world.clock.now() });
  await colleague.inbox.markAllRead({ upTo: world.clock.now() });
  expect(marked).toBe(2);
  expect(await person.inbox.markAllRead({ upTo: world.clock.now() })).toEqual({ marked: 0, readAt: null });

  const input = { readAt: readAt ?? new Date(0) };
  const answers = await Promise.all([1, 2, 3, 4].map(() => person.inbox.takeReadingBack(input)));
  expect(answers.map((answer) => answer.marked).toSorted()).toEqual([0, 0, 0, 2]);
  expect((await person.inbox.overview()).unread).toBe(2);
  expect((await person.inbox.list({})).rows.find(({ id }) => id === first?.id)?.readAt).not.toBeNull();
  expect((await colleague.inbox.overview()).unread).toBe(0);
});

test('the database keeps an inbox closed to everybody else, also to colleagues and staff', async () => {
  const { partner, shareId } = await givenOffer();
  await addMember(partner.partnerId, 'colleague@closed.test');
  const colleague = await world.principal('partner', 'colleague@closed.test');
  const admin = await world.principal('staff', 'admin@harbour.test');
  const [row] = await world.owner`
    select id from notifications where account_id = ${partner.accountId} and subject_id = ${shareId}`;
  const seenIn = (scope: Parameters<typeof world.db.scopedSql>[0]) =>
    world.db.scopedSql(scope, (sql) => sql`select id from notifications where id = ${row?.id ?? ''}`);
  const { partnerId, accountId } = partner;
  expect(await seenIn({ audience: 'partner', partnerId, accountId })).toHaveLength(1);
  expect(await seenIn({ audience: 'partner', partnerId, accountId: colleague.accountId })).toHaveLength(0);
  expect(await seenIn({ audience: 'partner', partnerId: 'par_other', accountId })).toHaveLength(0);
  expect(await seenIn({ audience: 'partner', partnerId })).toHaveLength(0);
  expect(await seenIn({ audience: 'staff', accountId: admin.accountId })).toHaveLength(0);
});

test('pages follow each other without gap or repeat', async () => {
  const client = await givenClient(world, { account: true });
  const readers = await inScope(world.system, (tx) => accountOfClient(tx, client.clientId));
  for (let n = 0; n < 7; n++) {
    await inScope(world.system, (tx) =>
      tell(tx, world.system, readers, {
        kind: kindNamed('reward_available'),
        cause: `page-${n}`,
        eventType: 'reward.available',
        subjectId: `rew_${n}`,
        payload: {},
        occurredAt: world.clock.now(),
      }),
    );
  }
  const person = await world.asPatient(client.email);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof person.inbox.list>> = await person.inbox.list({ limit: 3, cursor });
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(ids).toHaveLength(7);
  expect(new Set(ids).size).toBe(7);
});

test("a thing that is not the reader's to see leaves its sort of news and no link", async () => {
  const client = await givenClient(world, { account: true });
  const readers = await inScope(world.system, (tx) => accountOfClient(tx, client.clientId));
  await inScope(world.system, (tx) =>
    tell(tx, world.system, readers, {
      kind: kindNamed('reward_available'),
      cause: 'gone',
      eventType: 'reward.available',
      subjectId: 'rew_gone',
      payload: {},
      occurredAt: world.clock.now(),
    }),
  );
  const { newest } = await (await world.asPatient(client.email)).inbox.overview();
  expect(newest).toMatchObject([{ title: 'A reward is ready', href: null }]);
});
