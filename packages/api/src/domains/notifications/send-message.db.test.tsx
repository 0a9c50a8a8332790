import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailServer } from '../../../test/given/mail-server.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { forgetMessagesAbout, type Mailer } from './index.ts';
import { addressHash, sendMessage, suppressAddress } from './send-message.ts';
import type { Template } from './template.ts';
import { ActionButton, Layout, Paragraph } from './templates/layout.tsx';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const SECRET = 'abcdefghjkmnpqrstvwxyz0123456789';

const hello: Template<{ name: string }> = {
  name: 'hello',
  subject: ({ name }) => `Hello ${name}`,
  body: ({ name }, sender) => (
    <Layout sender={sender} preview="Hello">
      <Paragraph>Good day, {name}.</Paragraph>
      <ActionButton href={`https://patient.test/confirm/${SECRET}`}>Confirm</ActionButton>
    </Layout>
  ),
};

const send = (mailer: Mailer, to: string, dedupeKey: string, name = 'Ben') =>
  sendMessage(
    { ...world.system, mailer },
    { template: hello, to, subjectId: 'par_1', dedupeKey, data: async () => ({ name }) },
  );

const silence = (address: string) =>
  inScope(world.system, (tx) =>
    suppressAddress(tx, world.system, addressHash(world.system, address), 'opted out'),
  );

test('the same cause sends once, however often and at once it is delivered', async () => {
  const mailer = mailServer();
  await Promise.allSettled([1, 2, 3, 4, 5].map(() => send(mailer, 'once@mail.test', 'k-once')));
  await send(mailer, 'once@mail.test', 'k-once');
  expect(await world.mailsTo('once@mail.test')).toHaveLength(1);
  expect(mailer.sent).toHaveLength(1);
});

test('a failed delivery stays readable and goes out at the next try, with the same content', async () => {
  const mailer = mailServer(1);
  await expect(send(mailer, 'retry@mail.test', 'k-retry')).rejects.toThrow('connection lost');
  expect(await world.mailsTo('retry@mail.test')).toMatchObject([{ status: 'failed' }]);
  await send(mailer, 'retry@mail.test', 'k-retry', 'somebody else');
  expect(mailer.sent).toMatchObject([{ subject: 'Hello Ben' }]);
  expect(await world.mailsTo('retry@mail.test')).toMatchObject([{ status: 'sent' }]);
});

test('an address that asked for silence gets nothing, in whatever spelling', async () => {
  await silence('Quiet@Mail.test');
  const mailer = mailServer();
  await send(mailer, 'quiet@mail.test', 'k-quiet');
  expect(mailer.sent).toEqual([]);
  expect(await world.mailsTo('quiet@mail.test')).toMatchObject([{ status: 'suppressed' }]);
});

test('an address that asks for silence after a failed delivery gets nothing at the next try', async () => {
  await expect(send(mailServer(1), 'later-quiet@mail.test', 'k-later')).rejects.toThrow('connection lost');
  await silence('later-quiet@mail.test');
  const mailer = mailServer();
  await send(mailer, 'later-quiet@mail.test', 'k-later');
  await send(mailer, 'later-quiet@mail.test', 'k-later');
  expect(mailer.sent).toEqual([]);
  const [kept] = await world.owner`
    select status, error, held_until from messages where to_address = 'later-quiet@mail.test'`;
  expect(kept).toMatchObject({ status: 'suppressed', error: null, held_until: null });
});

test('what somebody needs for their own account goes out all the same, also at the second try', async () => {
  const needed = { ...hello, essential: true as const };
  const sendNeeded = (mailer: Mailer) =>
    sendMessage(
      { ...world.system, mailer },
      {
        template: needed,
        to: 'needed@mail.test',
        subjectId: 'acc_1',
        dedupeKey: 'k-needed',
        data: async () => ({ name: 'Ben' }),
      },
    );
  await expect(sendNeeded(mailServer(1))).rejects.toThrow('connection lost');
  await silence('needed@mail.test');
  const mailer = mailServer();
  await sendNeeded(mailer);
  expect(mailer.sent).toHaveLength(1);
});

test('a part that was taken back since keeps a message here with its reason; less or the same lets it leave', async () => {
  let open: string[] = ['contact', 'budget'];
  const sendTelling = (mailer: Mailer, to: string) =>
    sendMessage(
      { ...world.system, mailer },
      {
        template: hello,
        to,
        subjectId: 'itr_1',
        dedupeKey: `k-${to}`,
        data: async () => ({ name: open.join(' ') }),
        discloses: async () => open,
      },
    );
  await expect(sendTelling(mailServer(1), 'taken@mail.test')).rejects.toThrow('connection lost');
  await expect(sendTelling(mailServer(1), 'more@mail.test')).rejects.toThrow('connection lost');
  const mailer = mailServer();
  open = ['budget'];
  await sendTelling(mailer, 'taken@mail.test');
  open = ['contact', 'budget', 'requirements'];
  await sendTelling(mailer, 'taken@mail.test');
  await sendTelling(mailer, 'more@mail.test');
  expect(mailer.sent.map(({ to }) => to)).toEqual(['more@mail.test']);
  const [kept] = await world.owner`select id, status from messages where to_address = 'taken@mail.test'`;
  expect(kept?.status).toBe('suppressed');
  const shown = await (await world.asStaff('admin')).messages.get({ id: kept?.id });
  expect(shown.error).toMatch(/took back/);
});

test('a message that is forgotten while it is delivered is not written back, whether it left or not', async () => {
  for (const [to, fails] of [
    ['leaving@mail.test', false],
    ['failing@mail.test', true],
  ] as const) {
    const mailer: Mailer = {
      deliver: async () => {
        await inScope(world.system, (tx) => forgetMessagesAbout(tx, `ref_${to}`));
        if (fails) throw new Error('connection lost');
        return 'captured';
      },
    };
    const about = {
      template: hello,
      to,
      subjectId: `ref_${to}`,
      dedupeKey: `k-${to}`,
      data: async () => ({ name: 'Ben' }),
    };
    await sendMessage({ ...world.system, mailer }, about).catch(() => {});
    const later = mailServer();
    await sendMessage({ ...world.system, mailer: later }, about);
    expect(later.sent).toEqual([]);
    const [kept] = await world.owner`select * from messages where subject_id = ${`ref_${to}`}`;
    expect(kept).toMatchObject({ to_address: 'removed', html: '', body: '', status: 'suppressed' });
  }
});

test('a message whose process died is delivered by the next one, after a minute', async () => {
  await expect(send(mailServer(1), 'orphan@mail.test', 'k-orphan')).rejects.toThrow('connection lost');
  await world.owner`update messages set held_until = ${new Date(world.clock.now().getTime() + 60_000)}
    where to_address = 'orphan@mail.test'`;
  const mailer = mailServer();
  await expect(send(mailer, 'orphan@mail.test', 'k-orphan')).rejects.toThrow(/another process/);
  world.clock.advanceMinutes(2);
  await send(mailer, 'orphan@mail.test', 'k-orphan');
  expect(mailer.sent).toHaveLength(1);
});

test('once a mail left the house our copy no longer holds the link in it', async () => {
  const mailer = mailServer();
  await send(mailer, 'link@mail.test', 'k-link');
  expect(mailer.sent[0]?.html).toContain(SECRET);
  const [copy] = await world.mailsTo('link@mail.test');
  expect(copy?.html).not.toContain(SECRET);
  expect(copy?.body).not.toContain(SECRET);
});

test('a name with a line break cannot add a header', async () => {
  const mailer = mailServer();
  await send(mailer, 'header@mail.test', 'k-header', 'Ben\r\nBcc: everybody@mail.test');
  expect(mailer.sent[0]?.subject).not.toMatch(/[\r\n]/);
});

test('links are credentials: an administrator may follow those that could not be sent, nobody else reads any', async () => {
  const captured = await seenBy('link-captured@mail.test', { deliver: async () => 'captured' });
  expect(captured.admin).toContain(SECRET);
  expect(captured.manager).not.toContain(SECRET);
  expect(captured.auditor).not.toContain(SECRET);
  expect(captured.manager).toContain('Good day, Ben.');

  const waiting = await seenBy('link-failed@mail.test', mailServer(1));
  expect(waiting.admin).not.toContain(SECRET);
  expect(waiting.manager).not.toContain(SECRET);
});

async function seenBy(to: string, mailer: Mailer) {
  await send(mailer, to, `k-${to}`).catch(() => {});
  const [message] = await world.owner`select id from messages where to_address = ${to}`;
  const read = async (role: 'admin' | 'manager' | 'auditor') => {
    const { html, body } = await (await world.asStaff(role)).messages.get({ id: message?.id });
    return html + body;
  };
  return { admin: await read('admin'), manager: await read('manager'), auditor: await read('auditor') };
}
