import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from '../../../../test/given/browser.ts';
import { givenPatient } from '../../../../test/given/friends.ts';
import { runOvertaken } from '../../../../test/given/overtaken.ts';
import { PASSWORD, World } from '../../../../test/given/world.ts';
import { createSessions } from '../../../auth/sessions.ts';
import { issueToken } from '../../../auth/tokens.ts';
import { inScope } from '../../../platform/context.ts';

const NEW_PASSWORD = 'a walk along the quay';

let world: World;

beforeAll(async () => {
  world = await World.open(new Date());
  for (const role of ['admin', 'manager', 'coordinator', 'finance', 'auditor'] as const)
    await world.staff(role);
});
afterAll(() => world.close());
beforeEach(async () => {
  // The idle limit runs by the real time; so does the memory for guesses, of which each test has its own.
  world.clock.advanceMinutes((Date.now() - world.clock.now().getTime()) / 60_000);
  await world.owner`delete from rate_limits`;
});

const signIn = (email: string, password = PASSWORD) => Browser.signedIn(world, 'staff', email, password);
const askReset = (email: string) => world.visitor('staff').account.requestPasswordReset({ email });
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: Error) => error.message,
  );

async function resetLink(email: string): Promise<string> {
  await askReset(email);
  world.clock.advanceMinutes(1);
  await world.settle();
  return world.linkSecret(email, '/reset/');
}

function codeFor(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() });
}

async function enrol(browser: Browser) {
  const { secret } = await (await browser.call()).identity.startTotpEnrolment();
  const { recoveryCodes } = await (await browser.call()).identity.finishTotpEnrolment({
    code: codeFor(secret),
  });
  return { secret, recoveryCodes };
}

describe('a forgotten password', () => {
  test('known and unknown addresses get the same answer and take the same steps', async () => {
    const written = async () => {
      const [row] = await world.owner<{ audit: number; events: number }[]>`
        select (select count(*)::int from audit_entries) as audit, (select count(*)::int from outbox) as events`;
      return { audit: row?.audit ?? 0, events: row?.events ?? 0 };
    };
    const start = await written();
    const known = await askReset('auditor@harbour.test');
    const between = await written();
    const unknown = await askReset('ghost@harbour.test');
    const end = await written();
    expect(known).toEqual(unknown);
    expect([between.audit - start.audit, between.events - start.events]).toEqual([1, 1]);
    expect([end.audit - between.audit, end.events - between.events]).toEqual([1, 1]);
    await world.settle();
    expect(await world.mailsTo('ghost@harbour.test')).toEqual([]);
    expect(await world.mailsTo('auditor@harbour.test')).toHaveLength(1);
  });

  test('the link sets a new password, ends every session and the owner is told', async () => {
    const email = 'manager@harbour.test';
    const browser = await signIn(email);
    const token = await resetLink(email);
    expect(await world.visitor('staff').account.readPasswordReset({ token })).toEqual({ email });
    expect(await browser.isSignedIn()).toBe(true);
    await world.visitor('staff').account.resetPassword({ token, password: NEW_PASSWORD });
    expect(await browser.isSignedIn()).toBe(false);
    expect(await rejection(signIn(email))).toMatch(/not right/);
    await signIn(email, NEW_PASSWORD);
    await world.settle();
    expect((await world.mailsTo(email)).map(({ template }) => template)).toContain('password-changed');
  });

  test('two resets with one link at once: one counts', async () => {
    const email = 'finance@harbour.test';
    const token = await resetLink(email);
    const passwords = ['first of the two words', 'second of the two words'];
    const answers = await Promise.allSettled(
      passwords.map((password) => world.visitor('staff').account.resetPassword({ token, password })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const opened = await Promise.allSettled(passwords.map((password) => signIn(email, password)));
    expect(opened.map(({ status }) => status)).toEqual(answers.map(({ status }) => status));
  });

  test('the link ends after an hour, with a newer one, and in another app', async () => {
    const email = 'auditor@harbour.test';
    const first = await resetLink(email);
    const second = await resetLink(email);
    const read = (app: 'staff' | 'patient', token: string) =>
      rejection(world.visitor(app).account.readPasswordReset({ token }));
    expect(await read('staff', first)).toMatch(/used before or is too old/);
    expect(await read('patient', second)).toMatch(/used before or is too old/);
    expect(await read('staff', second)).toBe('no refusal');
    world.clock.advanceMinutes(60);
    expect(await read('staff', second)).toMatch(/used before or is too old/);
  });

  test('only the hash of the link is stored', async () => {
    const token = await resetLink('auditor@harbour.test');
    const rows = await world.owner`select id from tokens where hash = ${token} or subject_id = ${token}`;
    expect(rows).toEqual([]);
    expect(token).toMatch(/^[0-9a-z]{32}$/);
  });

  test('letters to one address are limited, known or not', async () => {
    const answers: string[] = [];
    for (let n = 0; n < 6; n++) answers.push(await rejection(askReset('flood@harbour.test')));
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('no refusal'));
    expect(answers[5]).toMatch(/Too many attempts/);
  });

  test('a closed account gets no link', async () => {
    const { accountId } = await world.principal('staff', 'coordinator@harbour.test');
    await world.owner`update accounts set disabled_at = now() where id = ${accountId}`;
    await askReset('coordinator@harbour.test');
    await world.settle();
    expect(await world.mailsTo('coordinator@harbour.test')).toEqual([]);
    await world.owner`update accounts set disabled_at = null where id = ${accountId}`;
  });
});

describe('a password from the list of stolen ones', () => {
  const stolen = 'Password123';

  test('is refused wherever one is chosen, with a sentence at the field', async () => {
    const email = 'coordinator@harbour.test';
    const browser = await signIn(email);
    const answers = await Promise.all([
      rejection(
        world.visitor('patient').patients.register({ name: 'Ana', email: 'ana@mail.test', password: stolen }),
      ),
      rejection((await browser.call()).account.changePassword({ current: PASSWORD, password: stolen })),
      rejection(
        world.visitor('staff').account.resetPassword({ token: await resetLink(email), password: stolen }),
      ),
    ]);
    for (const answer of answers) expect(answer).toMatch(/stolen most often/);
  });

  test('long sentences are welcome', async () => {
    await world.visitor('patient').patients.register({
      name: 'Long',
      email: 'long@mail.test',
      password: 'the tide comes in twice a day '.repeat(6),
    });
  });
});

describe('one’s own password', () => {
  test('changes with the present one only; other sessions end and this one gets a new id', async () => {
    const email = 'coordinator@harbour.test';
    const here = await signIn(email);
    const elsewhere = await signIn(email);
    const before = here.cookie;
    expect(
      await rejection(
        (await here.call()).account.changePassword({ current: 'wrong wrong', password: NEW_PASSWORD }),
      ),
    ).toMatch(/not your current password/);
    await (await here.call()).account.changePassword({ current: PASSWORD, password: NEW_PASSWORD });
    expect(here.cookie).not.toBe(before);
    expect(await here.isSignedIn()).toBe(true);
    expect(await elsewhere.isSignedIn()).toBe(false);
    here.cookie = before;
    expect(await here.isSignedIn()).toBe(false);
    await (await signIn(email, NEW_PASSWORD).then((b) => b.call())).account.changePassword({
      current: NEW_PASSWORD,
      password: PASSWORD,
    });
  });

  test('a sign-in that was checked before the change opens no session after it', async () => {
    const email = 'coordinator@harbour.test';
    const { accountId } = await world.principal('staff', email);
    const { sessions } = world.requestAs('staff', null);
    const stale = { id: accountId, passwordHash: 'the hash from before' };
    await expect(sessions.open(stale, { twoFactorDone: false })).rejects.toThrow(/changed a moment ago/);
  });
});

describe('sessions', () => {
  test('are listed with this one marked, and one can be ended', async () => {
    const email = 'admin@harbour.test';
    const here = await signIn(email);
    const elsewhere = await signIn(email);
    const { sessions } = await (await here.call()).account.overview();
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const other = (await (await elsewhere.call()).account.overview()).sessions.find(({ current }) => current);
    await (await here.call()).account.endSession({ id: other?.id ?? '' });
    expect(await elsewhere.isSignedIn()).toBe(false);
    expect(await here.isSignedIn()).toBe(true);
  });

  test('of somebody else cannot be ended', async () => {
    const mine = await signIn('admin@harbour.test');
    const theirs = await signIn('coordinator@harbour.test');
    const [their] = (await (await theirs.call()).account.overview()).sessions;
    await expect((await mine.call()).account.endSession({ id: their?.id ?? '' })).rejects.toThrow(
      /does not exist/,
    );
    expect(await theirs.isSignedIn()).toBe(true);
  });

  test('end everywhere at once', async () => {
    const email = 'admin@harbour.test';
    const browsers = [await signIn(email), await signIn(email), await signIn(email)];
    await (await browsers[0]?.call())?.account.signOutEverywhere();
    expect(await Promise.all(browsers.map((browser) => browser.isSignedIn()))).toEqual([false, false, false]);
  });

  test('signing in again in the same browser ends what was open there', async () => {
    const browser = await signIn('admin@harbour.test');
    const before = browser.cookie;
    await (await browser.call()).identity.signIn({ email: 'admin@harbour.test', password: PASSWORD });
    expect(browser.cookie).not.toBe(before);
    browser.cookie = before;
    expect(await browser.isSignedIn()).toBe(false);
  });

  test('the last use is noted, and history tells sign-ins', async () => {
    const browser = await signIn('admin@harbour.test');
    world.clock.advanceMinutes(3);
    const { sessions, history } = await (await browser.call()).account.overview();
    const own = sessions.find(({ current }) => current);
    expect(own?.lastUsedAt.getTime()).toBe(world.clock.now().getTime());
    expect(own?.openedAt.getTime()).toBe(world.clock.now().getTime() - 180_000);
    expect(history[0]?.action).toBe('account.signed_in');
  });

  test.each([true, false])(
    'travel in a cookie that scripts and other sites cannot use (https: %s)',
    async (secure) => {
      const { accountId } = await world.principal('staff', 'admin@harbour.test');
      const sessions = createSessions({ ...world, audience: 'staff', secureCookie: secure });
      const cookie = await sessions.open({ id: accountId }, { twoFactorDone: false });
      const parts = cookie.split('; ');
      expect(parts).toContain('HttpOnly');
      expect(parts).toContain('SameSite=Lax');
      expect(parts).toContain('Path=/');
      expect(parts.includes('Secure')).toBe(secure);
      expect(parts.some((part) => part.startsWith('Domain='))).toBe(false);
      expect(parts).toContain(`Max-Age=${12 * 3600}`);
      expect(await sessions.close(parts[0] ?? '')).toMatch(/Max-Age=0/);
    },
  );
});

describe('recovery codes', () => {
  test('come with the second factor, work once each and only ten are kept as hashes', async () => {
    const email = 'manager@harbour.test';
    const { recoveryCodes } = await enrol(await signIn(email, NEW_PASSWORD));
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = ''] = recoveryCodes;
    const plain = code.replace('-', '');
    const rows = await world.owner`select 1 from recovery_codes where code_hash in (${code}, ${plain})`;
    expect(rows).toEqual([]);

    const browser = await signIn(email, NEW_PASSWORD);
    const before = browser.cookie;
    expect(await rejection((await browser.call()).leads.list({}))).toMatch(/authenticator/);
    expect(await rejection((await browser.call()).account.useRecoveryCode({ code: 'aaaaa-aaaaa' }))).toMatch(
      /not right/,
    );
    await (await browser.call()).account.useRecoveryCode({ code: code.toUpperCase() });
    expect(browser.cookie).not.toBe(before);
    expect((await (await browser.call()).account.overview()).recoveryCodesLeft).toBe(9);
    const again = await signIn(email, NEW_PASSWORD);
    expect(await rejection((await again.call()).account.useRecoveryCode({ code }))).toMatch(/used before/);
    await world.settle();
    expect((await world.mailsTo(email)).map(({ template }) => template)).toContain('recovery-code-used');
  });

  test('one code used twice at once opens one session', async () => {
    const email = 'auditor@harbour.test';
    const { recoveryCodes } = await enrol(await signIn(email));
    const browsers = [await signIn(email), await signIn(email)];
    const [code = ''] = recoveryCodes;
    const answers = await Promise.allSettled(
      browsers.map(async (browser) => (await browser.call()).account.useRecoveryCode({ code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('new codes replace the old ones', async () => {
    const email = 'finance@harbour.test';
    await world
      .visitor('staff')
      .account.resetPassword({ token: await resetLink(email), password: NEW_PASSWORD });
    const browser = await signIn(email, NEW_PASSWORD);
    const { recoveryCodes: old } = await enrol(browser);
    const { recoveryCodes } = await (await browser.call()).account.renewRecoveryCodes();
    const next = await signIn(email, NEW_PASSWORD);
    expect(await rejection((await next.call()).account.useRecoveryCode({ code: old[0] ?? '' }))).toMatch(
      /not right/,
    );
    await (await next.call()).account.useRecoveryCode({ code: recoveryCodes[0] ?? '' });
  });
});

describe('setting the second factor up', () => {
  test('takes a password of a moment ago, at its start and at its end, and the owner is told', async () => {
    const email = 'coordinator@harbour.test';
    const browser = await signIn(email);
    const { identity: stale } = await browser.call();
    world.clock.advanceMinutes(10);
    await expect(stale.startTotpEnrolment()).rejects.toMatchObject({
      cause: { code: 'confirmation_needed' },
    });
    await (await browser.call()).account.confirmIdentity({ password: PASSWORD });
    const { secret } = await (await browser.call()).identity.startTotpEnrolment();
    world.clock.advanceMinutes(10);
    await expect(
      (await browser.call()).identity.finishTotpEnrolment({ code: codeFor(secret) }),
    ).rejects.toMatchObject({ cause: { code: 'confirmation_needed' } });
    await (await browser.call()).account.confirmIdentity({ password: PASSWORD });
    await (await browser.call()).identity.finishTotpEnrolment({ code: codeFor(secret) });
    await world.settle();
    expect((await world.mailsTo(email)).map(({ template }) => template)).toContain('two-factor-enabled');
    await (await browser.call()).account.turnTotpOff();
  });

  test('and turning it off moves neither the end of the session nor the moment of the password', async () => {
    const browser = await signIn('coordinator@harbour.test');
    const { accountId } = await world.principal('staff', 'coordinator@harbour.test');
    const session = async () => {
      const [row] = await world.owner`select created_at, ends_at, confirmed_at from sessions
        where account_id = ${accountId} order by last_used_at desc, public_id desc limit 1`;
      return row;
    };
    const before = await session();
    const idBefore = browser.cookie;
    world.clock.advanceMinutes(9);
    await enrol(browser);
    expect(browser.cookie).not.toBe(idBefore);
    expect(await session()).toEqual(before);
    await (await browser.call()).account.turnTotpOff();
    expect(await session()).toEqual(before);
    world.clock.advanceMinutes(1);
    await expect((await browser.call()).identity.startTotpEnrolment()).rejects.toMatchObject({
      cause: { code: 'confirmation_needed' },
    });
  });

  test('is done right after the sign-in that owes it, also by whoever takes longer', async () => {
    const email = 'coordinator@harbour.test';
    await (await world.asStaff('admin')).identity.setTwoFactorPolicy({ policy: 'required' });
    const browser = await signIn(email);
    expect(await rejection((await browser.call()).leads.list({}))).toMatch(/Set up two-factor/);
    const { secret } = await (await browser.call()).identity.startTotpEnrolment();
    world.clock.advanceMinutes(11);
    await expect(
      (await browser.call()).identity.finishTotpEnrolment({ code: codeFor(secret) }),
    ).rejects.toMatchObject({ cause: { code: 'confirmation_needed' } });
    await (await browser.call()).account.confirmIdentity({ password: PASSWORD });
    await (await browser.call()).identity.finishTotpEnrolment({ code: codeFor(secret) });
    await expect((await browser.call()).leads.list({})).resolves.toMatchObject({ rows: [] });
    await (await world.asStaff('admin')).identity.setTwoFactorPolicy({ policy: 'optional' });
    await (await browser.call()).account.turnTotpOff();
  });

  test('begun by somebody else opens nothing after a new password', async () => {
    const email = 'coordinator@harbour.test';
    const { secret } = await (await (await signIn(email)).call()).identity.startTotpEnrolment();
    const owner = await signIn(email);
    await (await owner.call()).account.changePassword({ current: PASSWORD, password: NEW_PASSWORD });
    for (const act of ['finishTotpEnrolment', 'confirmCode'] as const) {
      expect(await rejection((await owner.call()).identity[act]({ code: codeFor(secret) }))).toMatch(
        /not right/,
      );
    }
    await (await owner.call()).account.changePassword({ current: NEW_PASSWORD, password: PASSWORD });
  });

  test('of two who finish at once one does, and nothing begun meanwhile replaces its secret', async () => {
    const email = 'coordinator@harbour.test';
    const browsers = [await signIn(email), await signIn(email)];
    const { secret } = await (await signIn(email).then((b) => b.call())).identity.startTotpEnrolment();
    const calls = await Promise.all(browsers.map((browser) => browser.call()));
    const answers = await Promise.allSettled(
      calls.map((call) => call.identity.finishTotpEnrolment({ code: codeFor(secret) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    // Asked before the first code was taken, and answered after it.
    for (const call of calls) {
      expect(await rejection(call.identity.startTotpEnrolment())).toMatch(/already on/);
    }
    await world.owner`update accounts set totp_enabled_at = null, totp_secret_encrypted = null, totp_last_step = null
      where email = ${email}`;
  });
});

describe('turning the second factor off', () => {
  test('needs a password of a moment ago, ends the codes and changes the session id', async () => {
    const email = 'coordinator@harbour.test';
    const browser = await signIn(email);
    await enrol(browser);
    world.clock.advanceMinutes(10);
    expect(await rejection((await browser.call()).account.turnTotpOff())).toMatch(/Confirm that it is you/);
    expect(
      await rejection((await browser.call()).account.confirmIdentity({ password: 'wrong wrong' })),
    ).toMatch(/not your current/);
    await (await browser.call()).account.confirmIdentity({ password: PASSWORD });
    const before = browser.cookie;
    await (await browser.call()).account.turnTotpOff();
    expect(browser.cookie).not.toBe(before);
    expect(await (await browser.call()).account.overview()).toMatchObject({
      totpEnabled: false,
      recoveryCodesLeft: 0,
    });
    await world.settle();
    expect((await world.mailsTo(email)).map(({ template }) => template)).toContain('two-factor-disabled');
  });

  test('is not possible for staff while the organisation requires it', async () => {
    const browser = await signIn('coordinator@harbour.test');
    await enrol(browser);
    await (await world.asStaff('admin')).identity.setTwoFactorPolicy({ policy: 'required' });
    expect(await rejection((await browser.call()).account.turnTotpOff())).toMatch(/Staff need two-factor/);
    await (await world.asStaff('admin')).identity.setTwoFactorPolicy({ policy: 'optional' });
    await (await browser.call()).account.turnTotpOff();
  });
});

describe('a password of a moment ago', () => {
  test.each([
    [
      'a key for another system',
      'admin',
      (api: Api) => api.apiKeys.create({ name: 'Shop', scopes: ['events:write'] }),
    ],
    ['approving a payout', 'admin', (api: Api) => api.payouts.approve({ id: `pba_${'0'.repeat(26)}` })],
    [
      'marking a payout as paid',
      'admin',
      (api: Api) => api.payouts.markPaid({ payoutId: `pay_${'0'.repeat(26)}`, reference: 'x' }),
    ],
    [
      'a change of role',
      'admin',
      (api: Api) => api.staff.changeRole({ accountId: `acc_${'0'.repeat(26)}`, role: 'admin' }),
    ],
  ] as const)('is asked for before %s', async (_act, role, act) => {
    const browser = await signIn(`${role}@harbour.test`);
    world.clock.advanceMinutes(10);
    const stale = await browser.call();
    await expect(act(stale)).rejects.toMatchObject({ cause: { code: 'confirmation_needed' } });
    await stale.account.confirmIdentity({ password: PASSWORD });
    const fresh = await rejection(act(await browser.call()));
    expect(fresh).not.toMatch(/Confirm that it is you/);
  });
});
type Api = Awaited<ReturnType<Browser['call']>>;

describe('another e-mail address', () => {
  test('counts once its link is used; the old address is told, and links sent there end', async () => {
    const old = 'admin@harbour.test';
    const browser = await signIn(old);
    const reset = await resetLink(old);
    await (await browser.call()).account.requestEmailChange({ email: 'Chief@harbour.test' });
    await world.settle();
    expect((await world.mailsTo(old)).map(({ template }) => template)).toContain('email-change-notice');
    const token = await world.linkSecret('Chief@harbour.test', '/confirm-email/');
    expect(await world.visitor('staff').account.readEmailChange({ token })).toEqual({
      email: 'Chief@harbour.test',
    });
    await signIn(old);
    await world.visitor('staff').account.confirmEmailChange({ token });
    expect(await rejection(signIn(old))).toMatch(/not right/);
    await signIn('chief@harbour.test');
    expect(await rejection(world.visitor('staff').account.readPasswordReset({ token: reset }))).toMatch(
      /used before/,
    );
    expect(await rejection(world.visitor('staff').account.confirmEmailChange({ token }))).toMatch(
      /used before/,
    );
  });

  test('of somebody else is refused to whoever proves it, and nobody learns of it before', async () => {
    const browser = await signIn('chief@harbour.test');
    await (await browser.call()).account.requestEmailChange({ email: 'coordinator@harbour.test' });
    await world.settle();
    const token = await world.linkSecret('coordinator@harbour.test', '/confirm-email/');
    expect(await rejection(world.visitor('staff').account.confirmEmailChange({ token }))).toMatch(
      /known here/,
    );
    await signIn('chief@harbour.test');
  });

  test('of a patient moves with the client record', async () => {
    await givenPatient(world, { email: 'mila@mail.test' });
    const browser = await Browser.signedIn(world, 'patient', 'mila@mail.test');
    await (await browser.call()).account.requestEmailChange({ email: 'mila@new.test' });
    await world.settle();
    const token = await world.linkSecret('mila@new.test', '/confirm-email/');
    await world.visitor('patient').account.confirmEmailChange({ token });
    const { clientId } = await world.principal('patient', 'mila@new.test');
    const [client] = await world.owner`select email_normalised from clients where id = ${clientId}`;
    expect(client?.email_normalised).toBe('mila@new.test');
  });

  describe('that was asked for before another one', () => {
    const account = async (email: string) => {
      const { accountId } = await world.principal('staff', email);
      const [row] = await world.owner`select email, pending_email from accounts where id = ${accountId}`;
      return row;
    };
    const ask = async (browser: Browser, email: string) =>
      (await browser.call()).account.requestEmailChange({ email });
    const confirm = (token: string) => world.visitor('staff').account.confirmEmailChange({ token });

    test('leaves no link that confirms the other one', async () => {
      const browser = await signIn('coordinator@harbour.test');
      await ask(browser, 'mine@elsewhere.test');
      await world.settle();
      const token = await world.linkSecret('mine@elsewhere.test', '/confirm-email/');
      await ask(browser, 'victim@elsewhere.test');
      expect(await rejection(world.visitor('staff').account.readEmailChange({ token }))).toMatch(
        /used before/,
      );
      expect(await rejection(confirm(token))).toMatch(/used before/);
      expect(await account('coordinator@harbour.test')).toEqual({
        email: 'coordinator@harbour.test',
        pending_email: 'victim@elsewhere.test',
      });
      await world.settle();
      const next = await world.linkSecret('victim@elsewhere.test', '/confirm-email/');
      expect(await world.visitor('staff').account.readEmailChange({ token: next })).toEqual({
        email: 'victim@elsewhere.test',
      });
    });

    test('gets no letter that was being written meanwhile', async () => {
      const browser = await signIn('coordinator@harbour.test');
      await ask(browser, 'slow@elsewhere.test');
      await expect(
        runOvertaken(world, 'identity.mail-email-change', () => ask(browser, 'quick@elsewhere.test')),
      ).rejects.toThrow(/meanwhile/);
      await world.settle();
      expect(await world.mailsTo('slow@elsewhere.test')).toEqual([]);
      await world.linkSecret('quick@elsewhere.test', '/confirm-email/');
    });

    test('and confirmed at the same moment never ends as the other one', async () => {
      const browser = await signIn('coordinator@harbour.test');
      for (let round = 0; round < 6; round++) {
        await world.owner`delete from rate_limits`;
        const mine = `mine-${round}@elsewhere.test`;
        const { email: old } = (await (await browser.call()).account.overview()) ?? {};
        await ask(browser, mine);
        await world.settle();
        const token = await world.linkSecret(mine, '/confirm-email/');
        const other = `victim-${round}@elsewhere.test`;
        const [confirmed, asked] = await Promise.allSettled([confirm(token), ask(browser, other)]);
        expect(asked.status).toBe('fulfilled');
        const now = confirmed.status === 'fulfilled' ? mine : old;
        expect((await (await browser.call()).account.overview()).email).toBe(now);
      }
      const { email } = await (await browser.call()).account.overview();
      await world.owner`update accounts set email = 'coordinator@harbour.test', pending_email = null,
        email_normalised = 'coordinator@harbour.test' where email = ${email}`;
    });
  });

  test('of a patient ends the links to its consents that went to the old one', async () => {
    const { clientId } = await givenPatient(world, { email: 'nadia@mail.test' });
    const token = await inScope(world.system, (tx) =>
      issueToken(tx, world.system, { purpose: 'manage_consent', subjectId: 'a referral', clientId }),
    );
    const { consents } = world.visitor('patient');
    await expect(consents.byLink({ token })).resolves.toMatchObject({ current: [] });
    const browser = await Browser.signedIn(world, 'patient', 'nadia@mail.test');
    await (await browser.call()).account.requestEmailChange({ email: 'nadia@new.test' });
    await world.settle();
    await expect(consents.byLink({ token })).resolves.toMatchObject({ current: [] });
    await world.visitor('patient').account.confirmEmailChange({
      token: await world.linkSecret('nadia@new.test', '/confirm-email/'),
    });
    await expect(consents.byLink({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const decision = {
      purpose: 'lead_sharing',
      recipientKind: 'class',
      recipient: 'broker',
      scope: 'contact',
      decision: 'granted',
    } as const;
    await expect(consents.changeByLink({ token, ...decision })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
