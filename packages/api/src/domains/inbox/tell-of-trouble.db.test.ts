import { DEAD_QUEUE } from '@goodword/db';
import { messages } from '@goodword/db/schema';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import { tellOfTrouble } from './tell-of-trouble.ts';

let world: World;
const worlds: World[] = [];

beforeEach(async () => {
  world = await World.open();
  worlds.push(world);
  await world.staff('admin');
  await world.staff('manager');
});
afterAll(async () => {
  for (const one of worlds) await one.close();
});

/** A message to Zora that did not leave. */
async function givenFailure(over: Partial<typeof messages.$inferInsert> = {}): Promise<string> {
  const id = newId('message', world.clock.now());
  await inScope(world.system, (tx) =>
    tx.insert(messages).values({
      id,
      channel: 'email',
      template: 'payout-paid',
      toAddress: 'zora@mailbox.test',
      subject: 'Zora, you are paid',
      html: '<p>Zora</p>',
      body: 'Zora',
      status: 'failed',
      dedupeKey: id,
      subjectId: 'pay_1',
      attempts: 4,
      error: '550 no such mailbox zora',
      createdAt: world.clock.now(),
      ...over,
    }),
  );
  return id;
}

/** A job nobody tries any more. */
async function givenDeadJob(): Promise<void> {
  const data = { handler: 'payouts.mail-payee', event: { type: 'payout.paid', subjectId: 'pay_1' } };
  await world.owner`insert into pgboss.job (name, data, created_on, retry_limit)
    values (${DEAD_QUEUE}, ${world.owner.json(data)}, ${world.clock.now()}, 0)`;
}

const inboxOf = async (role: 'admin' | 'manager') => (await (await world.asStaff(role)).inbox.list({})).rows;

test('a dead job and a message that failed for good are told once to whoever manages jobs, by how many workers and how often it is looked', async () => {
  const messageId = await givenFailure();
  await givenDeadJob();
  // Whoever comes while another one delivers the mail gives up and looks again.
  await Promise.allSettled([1, 2, 3, 4, 5].map(() => tellOfTrouble(world.system)));
  world.clock.advanceMinutes(1);
  await tellOfTrouble(world.system);
  const told = await inboxOf('admin');
  expect(told.map(({ kind, href }) => ({ kind, href }))).toEqual(
    expect.arrayContaining([
      { kind: 'job_failed', href: '/jobs' },
      { kind: 'message_failed', href: `/messages/${messageId}` },
    ]),
  );
  expect(told).toHaveLength(2);
  // Of a dead job a mail goes out at once; of a failed message the app and the digest tell.
  const mails = await world.mailsTo('admin@harbour.test');
  expect(mails.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('A background job failed for good'),
  ]);
  expect(await inboxOf('manager')).toEqual([]);
  expect(await world.mailsTo('manager@harbour.test')).toEqual([]);
});

test('what is told names the job and the sort of message, and nobody it was for', async () => {
  await givenFailure();
  await givenDeadJob();
  await tellOfTrouble(world.system);
  const said = JSON.stringify([await inboxOf('admin'), await world.mailsTo('admin@harbour.test')]);
  expect(said).toContain('payouts.mail-payee');
  expect(said).toContain('payout-paid');
  expect(said).not.toMatch(/zora/i);
});

test('a message that is still tried, one that left, and one of long ago are no trouble', async () => {
  await givenFailure({ attempts: 3 });
  await givenFailure({ status: 'sent' });
  await givenFailure({ status: 'queued' });
  await givenFailure();
  world.clock.advanceDays(4);
  await tellOfTrouble(world.system);
  expect(await inboxOf('admin')).toEqual([]);
});

test('a mail that tells of trouble and fails itself is not told of: that would go on for ever', async () => {
  await givenFailure({ template: 'notification' });
  await tellOfTrouble(world.system);
  expect(await inboxOf('admin')).toEqual([]);
});

test('whoever turned the mail off still finds the dead job in the app', async () => {
  const admin = await world.asStaff('admin');
  await admin.inbox.chooseChannel({ kind: 'job_failed', channel: 'email', enabled: false });
  await givenDeadJob();
  await tellOfTrouble(world.system);
  expect(await inboxOf('admin')).toMatchObject([{ kind: 'job_failed', detail: 'payouts.mail-payee' }]);
  expect(await world.mailsTo('admin@harbour.test')).toEqual([]);
});
