import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, World } from '../../../test/given/world.ts';
import type { RequestContext } from '../../trpc/context.ts';

let world: World;

beforeAll(async () => {
  world = await World.open(new Date());
  await world.staff('admin');
});
afterAll(() => world.close());

/** A browser: keeps the cookie it was given and sends it back. */
function browser() {
  let cookie: string | null = null;
  const context = async (): Promise<RequestContext> => {
    const base = world.requestAs('staff', null);
    return {
      ...world.requestAs('staff', await base.sessions.read(cookie)),
      cookieHeader: cookie,
      setCookie: (value) => {
        cookie = value.split(';')[0] ?? null;
      },
    };
  };
  return {
    call: async () => world.caller(await context()),
    cookie: () => cookie,
    steal: (value: string | null) => {
      cookie = value;
    },
  };
}

test('a right password opens a session that names the person', async () => {
  const tab = browser();
  await (await tab.call()).identity.signIn({ email: 'Admin@Harbour.test ', password: PASSWORD });
  expect(await (await tab.call()).identity.me()).toMatchObject({
    email: 'admin@harbour.test',
    staffRole: 'admin',
  });
});

test('a wrong password and an unknown account answer with the same words', async () => {
  const wrong = world
    .visitor('staff')
    .identity.signIn({ email: 'admin@harbour.test', password: 'nope nope' });
  const unknown = world
    .visitor('staff')
    .identity.signIn({ email: 'ghost@harbour.test', password: 'nope nope' });
  const messages = await Promise.all([wrong, unknown].map((p) => p.catch((error: Error) => error.message)));
  expect(messages[0]).toBe(messages[1]);
  expect(messages[0]).toMatch(/not right/);
});

test('the session id is not stored: the table holds its hash only', async () => {
  const tab = browser();
  await (await tab.call()).identity.signIn({ email: 'admin@harbour.test', password: PASSWORD });
  const sessionId = tab.cookie()?.split('=')[1] ?? '';
  expect(sessionId.length).toBeGreaterThanOrEqual(32);
  const rows = await world.owner`select id_hash from sessions where id_hash = ${sessionId}`;
  expect(rows).toHaveLength(0);
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const tab = browser();
  await (await tab.call()).identity.signIn({ email: 'admin@harbour.test', password: PASSWORD });
  const stolen = tab.cookie();
  await (await tab.call()).identity.signOut();
  tab.steal(stolen);
  expect(await (await tab.call()).identity.me()).toBeNull();
});

test('a session ends at its absolute limit however busy it was', async () => {
  const tab = browser();
  await (await tab.call()).identity.signIn({ email: 'admin@harbour.test', password: PASSWORD });
  world.clock.advanceMinutes(12 * 60 + 1);
  expect(await (await tab.call()).identity.me()).toBeNull();
  world.clock.advanceMinutes(-(12 * 60 + 1));
});

test('two-factor sign-in: nothing opens before the code, a code works once, the session id changes', async () => {
  const tab = browser();
  await (await tab.call()).identity.signIn({ email: 'admin@harbour.test', password: PASSWORD });
  const { secret } = await (await tab.call()).identity.startTotpEnrolment();
  const codeAt = (offset: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: world.clock.now().getTime() + offset,
    });
  await (await tab.call()).identity.finishTotpEnrolment({ code: codeAt(0) });

  const next = browser();
  const first = await (await next.call()).identity.signIn({
    email: 'admin@harbour.test',
    password: PASSWORD,
  });
  expect(first.secondFactor).toBe('code_needed');
  await expect((await next.call()).messages.list({})).rejects.toThrow(/authenticator/);
  await expect((await next.call()).identity.confirmCode({ code: codeAt(0) })).rejects.toThrow(/used before/);

  const before = next.cookie();
  world.clock.advanceMinutes(1);
  await (await next.call()).identity.confirmCode({ code: codeAt(0) });
  expect(next.cookie()).not.toBe(before);
  await expect((await next.call()).messages.list({})).resolves.toMatchObject({ rows: [] });
});

test('guesses against one account are throttled, with the time to wait', async () => {
  const guess = () =>
    world.visitor('staff').identity.signIn({ email: 'finance@harbour.test', password: 'guess guess' });
  const answers: string[] = [];
  for (let n = 0; n < 12; n++)
    answers.push(
      await guess().then(
        () => 'in',
        (error: Error) => error.message,
      ),
    );
  expect(answers.slice(0, 10).every((answer) => /not right/.test(answer))).toBe(true);
  expect(answers.at(-1)).toMatch(/Too many attempts/);
});
