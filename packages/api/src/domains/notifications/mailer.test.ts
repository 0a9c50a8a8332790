import { type AddressInfo, createServer } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { captureMailer, smtpMailer } from './mailer.ts';

let server: SMTPServer | undefined;

afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

/** A mail server on loopback that keeps what it is given. */
async function mailServer(onData?: SMTPServer['options']['onData']) {
  const received: Buffer[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData:
      onData ??
      ((stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          received.push(Buffer.concat(parts));
          done();
        });
      }),
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { received, url: `smtp://127.0.0.1:${port}` };
}

const mail = {
  to: 'client@mail.test',
  subject: 'Please confirm — سالم',
  html: '<p>Hello <b>you</b></p>',
  text: 'Hello you',
  messageId: 'msg_1',
  unsubscribeUrl: null,
};

test('a mail leaves with both parts, its subject in any script, and our own message id', async () => {
  const { received, url } = await mailServer();
  const mailer = smtpMailer({ smtpUrl: url, from: 'Goodword <hello@goodword.test>' });
  expect(await mailer.deliver(mail)).toBe('sent');
  const parsed = await PostalMime.parse(received[0] ?? '');
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.from?.address).toBe('hello@goodword.test');
  expect(parsed.to?.[0]?.address).toBe('client@mail.test');
  expect(parsed.html).toContain('<b>you</b>');
  expect(parsed.text?.trim()).toBe('Hello you');
  expect(parsed.messageId).toBe('<msg_1@goodword>');
});

test('an address cannot smuggle in a second recipient or a header', async () => {
  const { received, url } = await mailServer();
  const mailer = smtpMailer({ smtpUrl: url, from: 'hello@goodword.test' });
  await mailer.deliver({ ...mail, to: 'a@mail.test\r\nBcc: b@mail.test' }).catch(() => undefined);
  for (const raw of received) {
    const parsed = await PostalMime.parse(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(raw.toString()).not.toMatch(/^Bcc:/im);
  }
});

test('a refusal of the mail server is an error, so that the job is tried again', async () => {
  const { url } = await mailServer((stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done(Object.assign(new Error('mailbox full'), { responseCode: 452 })));
  });
  await expect(smtpMailer({ smtpUrl: url, from: 'hello@goodword.test' }).deliver(mail)).rejects.toThrow(
    /452/,
  );
});

test('while a mail server hangs one mail waits for it and the next fail at once', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const mailer = smtpMailer({
    smtpUrl: `smtp://127.0.0.1:${port}?greetingTimeout=200`,
    from: 'hello@goodword.test',
  });
  await expect(mailer.deliver(mail)).rejects.toThrow('Greeting never received');
  const begun = performance.now();
  await expect(mailer.deliver(mail)).rejects.toThrow('did not answer a moment ago');
  expect(performance.now() - begun).toBeLessThan(100);
  silent.close();
});

test('without a mail server a message is captured', async () => {
  expect(await captureMailer.deliver(mail)).toBe('captured');
});
