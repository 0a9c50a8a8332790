import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../../../../test/given/browser.ts';
import { givenActivePartner } from '../../../../test/given/partners.ts';
import { PASSWORD, World } from '../../../../test/given/world.ts';
import { hashPassword } from '../../../auth/password.ts';
import { SIGN_INS_KEPT_DAYS } from '../../../auth/sign-ins.ts';

let world: World;

beforeAll(async () => {
  world = await World.open(new Date());
});
afterAll(() => world.close());

async function givenPerson(): Promise<{ email: string; accountId: string; partnerId: string }> {
  const given = await givenActivePartner(world);
  await world.owner`update accounts set password_hash = ${await hashPassword(PASSWORD)} where id = ${given.accountId}`;
  return given;
}
/** Oldest first, as `outcome/method`. */
const historyOf = async (accountId: string) => {
  const rows = await world.owner<{ outcome: string; method: string | null }[]>`
    select outcome, method from sign_ins where account_id = ${accountId} order by at, id`;
  return rows.map(({ outcome, method }) => `${outcome}/${method}`);
};
const guess = (email: string) =>
  world
    .visitor('partner')
    .identity.signIn({ email, password: 'not this one' })
    .catch(() => null);
const tick = () => world.clock.advanceMinutes(1);

test('every way in and every failed try is in the history, in order', async () => {
  const { email, accountId } = await givenPerson();
  await guess(email);
  tick();
  const first = await Browser.signedIn(world, 'partner', email);
  tick();
  const { secret } = await (await first.call()).identity.startTotpEnrolment();
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() });
  const { recoveryCodes } = await (await first.call()).identity.finishTotpEnrolment({ code: code() });
  tick();
  const second = await Browser.signedIn(world, 'partner', email);
  tick();
  await expect((await second.call()).identity.confirmCode({ code: '000000' })).rejects.toThrow();
  tick();
  await (await second.call()).identity.confirmCode({ code: code() });
  tick();
  const third = await Browser.signedIn(world, 'partner', email);
  tick();
  await expect((await third.call()).account.useRecoveryCode({ code: 'aaaaa-aaaaa' })).rejects.toThrow();
  tick();
  await (await third.call()).account.useRecoveryCode({ code: recoveryCodes[0] ?? '' });
  tick();
  const { sessions } = await (await third.call()).account.overview();
  const other = sessions.find(({ current }) => !current);
  await (await third.call()).account.endSession({ id: other?.id ?? '' });
  tick();
  await (await third.call()).account.signOutEverywhere();
  expect(await historyOf(accountId)).toEqual([
    'wrong_password/password',
    'signed_in/password',
    'second_step_owed/password',
    'second_step_failed/totp',
    'signed_in/totp',
    'second_step_owed/password',
    'second_step_failed/recovery_code',
    'signed_in/recovery_code',
    'session_ended/null',
    'signed_out_everywhere/null',
  ]);
});

test('the right password of a closed account is told apart from a wrong one, to its owner alone', async () => {
  const { email, accountId } = await givenPerson();
  await world.owner`update accounts set disabled_at = ${world.clock.now()} where id = ${accountId}`;
  const answer = (password: string) =>
    world
      .visitor('partner')
      .identity.signIn({ email, password })
      .then(
        () => 'in',
        (error: Error) => error.message,
      );
  expect(await answer(PASSWORD)).toBe(await answer('not this one'));
  expect((await historyOf(accountId)).sort()).toEqual(['refused/password', 'wrong_password/password']);
});

test('a try with an address nobody has takes the same steps and belongs to nobody', async () => {
  const count = async () => {
    const [row] = await world.owner<{ n: number }[]>`select count(*)::int as n from sign_ins`;
    return row?.n ?? 0;
  };
  const before = await count();
  await guess('nobody-at-all@partner.test');
  expect(await count()).toBe(before + 1);
  const [row] = await world.owner`select count(*)::int as n from sign_ins s
    where not exists (select from accounts a where a.id = s.account_id)`;
  expect(row?.n).toBeGreaterThan(0);
});

test('everybody sees the own history only, without the address; staff who may see that of a colleague', async () => {
  const mine = await givenPerson();
  const theirs = await givenPerson();
  const browser = await Browser.signedIn(world, 'partner', mine.email);
  tick();
  await Browser.signedIn(world, 'partner', theirs.email);
  const { signIns } = await (await browser.call()).account.overview();
  expect(signIns).toHaveLength(1);
  expect(signIns[0]).toMatchObject({ outcome: 'signed_in', method: 'password', fromHere: true });
  expect(Object.keys(signIns[0] ?? {}).sort()).toEqual([
    'at',
    'device',
    'fromHere',
    'id',
    'method',
    'outcome',
  ]);

  const admin = await world.asStaff('admin');
  const { accountId } = await world.principal('staff', 'admin@harbour.test');
  expect(await admin.staff.signIns({ accountId })).toEqual([]);
  await expect(admin.staff.signIns({ accountId: mine.accountId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const coordinator = await world.asStaff('coordinator');
  await expect(coordinator.staff.signIns({ accountId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('partners cannot read the table, nobody can rewrite it', async () => {
  const { partnerId } = await givenPerson();
  const seen = await world.db.scopedSql(
    { audience: 'partner', partnerId },
    (sql) => sql`select from sign_ins`,
  );
  expect(seen).toHaveLength(0);
  const rewrite = world.db.scopedSql({ audience: 'worker' }, (sql) => sql`update sign_ins set device = 'x'`);
  await expect(rewrite).rejects.toThrow(/permission denied/);
});

test('after its time the history is forgotten', async () => {
  const { email, accountId } = await givenPerson();
  await guess(email);
  world.clock.advanceDays(SIGN_INS_KEPT_DAYS - 1);
  await world.tick();
  expect(await historyOf(accountId)).toHaveLength(1);
  world.clock.advanceDays(2);
  await world.tick();
  expect(await historyOf(accountId)).toHaveLength(0);
});
