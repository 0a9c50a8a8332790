import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Browser } from '../../../../test/given/browser.ts';
import { SoftwareKey } from '../../../../test/given/software-key.ts';
import { World } from '../../../../test/given/world.ts';

const ORIGIN = 'http://admin.test';

let world: World;

beforeAll(async () => {
  world = await World.open(new Date());
  for (const role of ['admin', 'manager', 'coordinator', 'finance'] as const) await world.staff(role);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.advanceMinutes((Date.now() - world.clock.now().getTime()) / 60_000);
  await world.owner`delete from rate_limits`;
});

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: Error) => error.message,
  );

async function withPasskey(email: string) {
  const browser = await Browser.signedIn(world, 'staff', email);
  const key = new SoftwareKey(ORIGIN);
  const before = browser.cookie;
  const { challenge } = await (await browser.call()).account.startPasskey();
  const { recoveryCodes } = await (await browser.call()).account.addPasskey({
    name: 'Laptop',
    credential: key.make(challenge),
  });
  expect(browser.cookie).not.toBe(before);
  return { browser, key, recoveryCodes };
}

test('a passkey is the second step of signing in: the password alone opens nothing', async () => {
  const email = 'admin@harbour.test';
  const { key, recoveryCodes } = await withPasskey(email);
  expect(recoveryCodes).toHaveLength(10);
  const browser = await Browser.signedIn(world, 'staff', email);
  expect(await rejection((await browser.call()).leads.list({}))).toMatch(/to continue/);
  expect(await (await browser.call()).account.secondFactors()).toEqual({ totp: false, passkey: true });
  const before = browser.cookie;
  const { challenge } = await (await browser.call()).account.startPasskeyCheck();
  await (await browser.call()).account.usePasskey({ credential: key.use(challenge) });
  expect(browser.cookie).not.toBe(before);
  await expect((await browser.call()).leads.list({})).resolves.toMatchObject({ rows: [] });
  const { passkeys, history } = await (await browser.call()).account.overview();
  expect(passkeys).toMatchObject([{ name: 'Laptop', lastUsedAt: world.clock.now() }]);
  expect(history.map(({ action }) => action)).toContain('account.passkey_added');
  await world.settle();
  expect((await world.mailsTo(email)).map(({ template }) => template)).toContain('passkey-added');
});

test('an answer counts once, for its own challenge, its own site and its own account', async () => {
  const email = 'manager@harbour.test';
  const { key } = await withPasskey(email);
  const browser = await Browser.signedIn(world, 'staff', email);
  const use = async (credential: ReturnType<SoftwareKey['use']>) =>
    rejection((await browser.call()).account.usePasskey({ credential }));
  const challenge = async () => (await (await browser.call()).account.startPasskeyCheck()).challenge;

  const first = key.use(await challenge());
  expect(await use(key.use('c29tZXRoaW5nIGVsc2U'))).toMatch(/not accepted/);
  expect(await use(first), 'the challenge was spent on the wrong answer').toMatch(/not accepted/);
  expect(await use(new SoftwareKey(ORIGIN).use(await challenge()))).toMatch(/not accepted/);

  const elsewhere = key.use(await challenge());
  const stolen = JSON.parse(Buffer.from(elsewhere.response.clientDataJSON, 'base64url').toString());
  elsewhere.response.clientDataJSON = Buffer.from(
    JSON.stringify({ ...stolen, origin: 'http://admin.test.evil.test' }),
  ).toString('base64url');
  expect(await use(elsewhere)).toMatch(/not accepted/);

  const late = key.use(await challenge());
  world.clock.advanceMinutes(5);
  expect(await use(late)).toMatch(/not accepted/);
  world.clock.advanceMinutes(-5);
  expect(await use(key.use(await challenge()))).toBe('no refusal');
});

test('one answer sent twice at once opens one session', async () => {
  const email = 'manager@harbour.test';
  const { key } = await withPasskey2(email);
  const browser = await Browser.signedIn(world, 'staff', email);
  const { challenge } = await (await browser.call()).account.startPasskeyCheck();
  const credential = key.use(challenge);
  const calls = [await browser.call(), await browser.call()];
  const answers = await Promise.allSettled(calls.map((call) => call.account.usePasskey({ credential })));
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

/** Starts anew with an account that may have passkeys from before. */
async function withPasskey2(email: string) {
  await world.owner`delete from passkeys`;
  await world.owner`update accounts set passkeys_since = null`;
  return withPasskey(email);
}

test('a copied key that falls behind its counter is refused', async () => {
  const email = 'coordinator@harbour.test';
  const { key } = await withPasskey(email);
  await world.owner`update passkeys set counter = 50`;
  const browser = await Browser.signedIn(world, 'staff', email);
  const { challenge } = await (await browser.call()).account.startPasskeyCheck();
  expect(
    await rejection((await browser.call()).account.usePasskey({ credential: key.use(challenge) })),
  ).toMatch(/not accepted/);
});

test('whoever knows the password only cannot put another second factor in place of the passkey', async () => {
  const email = 'finance@harbour.test';
  const { recoveryCodes } = await withPasskey(email);
  const browser = await Browser.signedIn(world, 'staff', email);
  expect(await rejection((await browser.call()).identity.startTotpEnrolment())).toMatch(/Finish signing in/);
  expect(await rejection((await browser.call()).identity.finishTotpEnrolment({ code: '000000' }))).toMatch(
    /Finish signing in/,
  );
  expect(await rejection((await browser.call()).account.startPasskey())).toMatch(/to continue/);
  await (await browser.call()).account.useRecoveryCode({ code: recoveryCodes[0] ?? '' });
  expect((await (await browser.call()).account.overview()).recoveryCodesLeft).toBe(9);
});

test('the last passkey stays while staff need a second step, and goes with its recovery codes when they do not', async () => {
  const email = 'finance@harbour.test';
  const { browser } = await withPasskey2(email);
  const [passkey] = (await (await browser.call()).account.overview()).passkeys;
  const id = passkey?.id ?? '';
  await (await world.asStaff('admin')).identity.setTwoFactorPolicy({ policy: 'required' });
  expect(await rejection((await browser.call()).account.removePasskey({ id }))).toMatch(/Set up another/);
  await (await world.asStaff('admin')).identity.setTwoFactorPolicy({ policy: 'optional' });
  await (await browser.call()).account.removePasskey({ id });
  expect(await (await browser.call()).account.overview()).toMatchObject({
    passkeys: [],
    recoveryCodesLeft: 0,
  });
  const next = await Browser.signedIn(world, 'staff', email);
  await expect((await next.call()).leads.list({})).resolves.toMatchObject({ rows: [] });
});

test('an app that somebody began to set up opens nothing once there is a passkey', async () => {
  const email = 'coordinator@harbour.test';
  await world.owner`delete from passkeys`;
  await world.owner`update accounts set passkeys_since = null`;
  const stranger = await Browser.signedIn(world, 'staff', email);
  const { secret } = await (await stranger.call()).identity.startTotpEnrolment();
  await withPasskey(email);
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() });
  const browser = await Browser.signedIn(world, 'staff', email);
  const enter = async () => rejection((await browser.call()).identity.confirmCode({ code: code() }));
  expect(await enter()).toMatch(/not right/);
  const [kept] = await world.owner`select totp_secret_encrypted from accounts where email = ${email}`;
  expect(kept).toEqual({ totp_secret_encrypted: null });
  // A secret that no code was entered of counts for nothing, wherever it comes from.
  await world.owner`update accounts set totp_secret_encrypted = ${world.system.vault.encrypt(secret)} where email = ${email}`;
  expect(await enter()).toMatch(/not right/);
  expect(await rejection((await browser.call()).leads.list({}))).toMatch(/to continue/);
  await world.owner`update accounts set totp_secret_encrypted = null where email = ${email}`;
});

test('what a device signs to sign in makes no passkey, and the other way round', async () => {
  const email = 'manager@harbour.test';
  const { browser, key } = await withPasskey2(email);
  const add = async (challenge: string) =>
    rejection(
      (await browser.call()).account.addPasskey({
        name: 'Another',
        credential: new SoftwareKey(ORIGIN).make(challenge),
      }),
    );
  world.clock.advanceMinutes(10);
  expect(await rejection((await browser.call()).account.startPasskey())).toMatch(/Confirm that it is you/);
  expect(await add((await (await browser.call()).account.startPasskeyCheck()).challenge)).toMatch(
    /not accepted/,
  );
  world.clock.advanceMinutes(-10);
  const { challenge } = await (await browser.call()).account.startPasskey();
  expect(
    await rejection((await browser.call()).account.usePasskey({ credential: key.use(challenge) })),
  ).toMatch(/not accepted/);
  expect(await add((await (await browser.call()).account.startPasskey()).challenge)).toBe('no refusal');
});

test('a passkey moves neither the end of the session nor the moment of the password', async () => {
  const email = 'manager@harbour.test';
  const { browser, key } = await withPasskey2(email);
  const before = (await (await browser.call()).account.overview()).sessions.find(({ current }) => current);
  world.clock.advanceMinutes(10);
  const { challenge } = await (await browser.call()).account.startPasskeyCheck();
  await (await browser.call()).account.usePasskey({ credential: key.use(challenge) });
  const after = (await (await browser.call()).account.overview()).sessions.find(({ current }) => current);
  expect(after?.endsAt).toEqual(before?.endsAt);
  expect(await rejection((await browser.call()).account.startPasskey())).toMatch(/Confirm that it is you/);
});
