import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, codeOf, givenPatient, givenProgram } from '../../../test/given/friends.ts';
import { PASSWORD, World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { newId } from '../../shared/id.ts';
import { insertClient } from '../clients/index.ts';

let world: World;
let clinic: Clinic;
let program: string;
let code: string;

beforeAll(async () => {
  world = await World.open();
  clinic = await Clinic.open(world);
  program = await givenProgram(world);
  await givenPatient(world, { email: 'amal@mail.test', name: 'Amal Haddad' });
  code = await codeOf(world, 'amal@mail.test', program);
});
afterAll(async () => {
  await clinic.close();
  await world.close();
});

const register = (email: string, more: { code?: string; password?: string; name?: string } = {}) =>
  world.visitor('patient').patients.register({ name: 'Ben Okoro', email, password: PASSWORD, ...more });

const signIn = (email: string, password = PASSWORD) =>
  world.visitor('patient').identity.signIn({ email, password });

async function verify(email: string) {
  const token = await world.linkSecret(email, '/verify/');
  await world.visitor('patient').patients.verifyEmail({ token, password: PASSWORD });
  await world.settle();
}

async function invitesOf(email: string) {
  return world.owner`
    select i.status from invites i join clients c on c.id = i.friend_client_id where c.email_normalised = ${email}`;
}

test('a new, a waiting and a known address get the same answer; the mail makes the difference', async () => {
  const answers = [
    await register('new@mail.test'),
    await register('new@mail.test'),
    await register('amal@mail.test'),
  ];
  expect(answers).toEqual([null, null, null]);
  await world.settle();
  expect((await world.mailsTo('new@mail.test')).map((mail) => mail.template)).toEqual([
    'verify-email',
    'verify-email',
  ]);
  const templates = (await world.mailsTo('amal@mail.test')).map((mail) => mail.template);
  expect(templates.filter((template) => template === 'already-registered')).toHaveLength(1);
});

test('registering a known address again changes neither its password nor its name', async () => {
  await register('AMAL@mail.test ', { password: 'another password', name: 'Mallory' });
  await expect(signIn('amal@mail.test')).resolves.toBeDefined();
  await expect(signIn('amal@mail.test', 'another password')).rejects.toThrow(/not right/);
  expect((await world.principal('patient', 'amal@mail.test')).name).toBe('Amal Haddad');
});

test('nobody signs in before the address is proved, and the proof opens a session', async () => {
  const email = 'waiting@mail.test';
  await register(email);
  await world.settle();
  await expect(signIn(email)).rejects.toThrow(/Confirm your e-mail/);
  await expect(signIn(email, 'a wrong password')).rejects.toThrow(/not right/);
  const cookies: string[] = [];
  const ctx = { ...world.requestAs('patient', null), setCookie: (value: string) => cookies.push(value) };
  const token = await world.linkSecret(email, '/verify/');
  await world.caller(ctx).patients.verifyEmail({ token, password: PASSWORD });
  expect(cookies).toEqual([expect.stringMatching(/^goodword_patient=/)]);
  await expect(world.visitor('patient').patients.verifyEmail({ token, password: PASSWORD })).rejects.toThrow(
    /used before/,
  );
});

test('the latest registration counts: an earlier one by somebody else leaves neither password nor link', async () => {
  const email = 'victim@mail.test';
  await register(email, { password: 'password of a stranger' });
  await world.settle();
  const strangersLink = await world.linkSecret(email, '/verify/');
  world.clock.advanceMinutes(1);
  await register(email);
  await world.settle();
  await expect(
    world.visitor('patient').patients.verifyEmail({ token: strangersLink, password: PASSWORD }),
  ).rejects.toThrow(/used before/);
  await verify(email);
  await expect(signIn(email, 'password of a stranger')).rejects.toThrow(/not right/);
  await expect(signIn(email)).resolves.toBeDefined();
});

test('the button in the mail does not confirm an account that somebody else opens', async () => {
  const email = 'owner@mail.test';
  await register(email, { password: 'password of a stranger' });
  await world.settle();
  const token = await world.linkSecret(email, '/verify/');
  const press = world.visitor('patient').patients.verifyEmail({ token, password: PASSWORD });
  await expect(press).rejects.toThrow(/not the password you registered with/);
  await expect(signIn(email, 'password of a stranger')).rejects.toThrow(/Confirm your e-mail/);
  world.clock.advanceMinutes(1);
  await register(email);
  await world.settle();
  await verify(email);
  await expect(signIn(email)).resolves.toBeDefined();
});

test('an account joins the client record of its address only once the address is proved', async () => {
  const email = 'lead@mail.test';
  const clientId = newId('client', world.clock.now());
  await inScope(world.system, (tx) =>
    insertClient(tx, {
      id: clientId,
      name: 'Lea Lead',
      email,
      emailNormalised: email,
      locale: 'en',
      createdAt: world.clock.now(),
    }),
  );
  await register(email);
  await world.settle();
  const before = await world.principal('patient', email);
  expect(before.clientId).not.toBe(clientId);
  await verify(email);
  expect((await world.principal('patient', email)).clientId).toBe(clientId);
  const rows = await world.owner`select id from clients where id = ${before.clientId}`;
  expect(rows).toHaveLength(0);
  const [client] = await world.owner`select email_verified_at from clients where id = ${clientId}`;
  expect(client?.email_verified_at).not.toBeNull();
});

test("a stranger's earlier registration leaves no link of theirs behind, whoever came without one", async () => {
  const email = 'planted@mail.test';
  await register(email, { code, password: 'password of a stranger' });
  await world.settle();
  world.clock.advanceMinutes(1);
  await register(email);
  await world.settle();
  await verify(email);
  expect(await invitesOf(email)).toEqual([]);
});

test('what counts is the link and the moment of the registration that was proved, not of an earlier one', async () => {
  const email = 'replanted@mail.test';
  await givenPatient(world, { email: 'noor@mail.test', name: 'Noor' });
  const own = await codeOf(world, 'noor@mail.test', program);
  await register(email, { code, password: 'password of a stranger' });
  await world.settle();
  world.clock.advanceDays(2);
  const completedAt = world.clock.now().toISOString();
  world.clock.advanceDays(2);
  const registeredAt = world.clock.now();
  await register(email, { code: own });
  await world.settle();
  world.clock.advanceMinutes(5);
  await verify(email);
  const { clientId } = await world.principal('patient', 'noor@mail.test');
  const readInvites = () => world.owner`
    select i.client_id as "clientId", i.created_at as "createdAt", i.status
    from invites i join clients c on c.id = i.friend_client_id where c.email_normalised = ${email}`;
  expect(await readInvites()).toEqual([{ clientId, createdAt: registeredAt, status: 'registered' }]);
  await clinic.post('/v1/events', {
    type: 'consultation.completed',
    data: { patientEmail: email, consultationId: 'between', completedAt, payer: 'self_pay' },
  });
  await world.settle();
  expect(await readInvites()).toMatchObject([{ status: 'disqualified' }]);
});

test('five registrations of one address at once make one account', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 5 }, () => register('rush@mail.test', { code })),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill('fulfilled'));
  await world.settle();
  const mails = await world.mailsTo('rush@mail.test');
  const links = mails.map((mail) => /\/verify\/([0-9a-z]{32})/.exec(mail.html)?.[1] ?? '');
  const used = await Promise.allSettled(
    links.map((token) => world.visitor('patient').patients.verifyEmail({ token, password: PASSWORD })),
  );
  expect(used.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  const rows = await world.owner`select id from accounts where email_normalised = 'rush@mail.test'`;
  expect(rows).toHaveLength(1);
  expect(await invitesOf('rush@mail.test')).toEqual([{ status: 'registered' }]);
});

test('a registration that waits for the proof of its address changes nothing any more', async () => {
  const email = 'proof-first@mail.test';
  await register(email);
  const late = await world.owner.begin(async (sql) => {
    // As the proof does: the account is held, and is proved when it is let go.
    await sql`select from accounts where email_normalised = ${email} for update`;
    const again = register(email, { password: 'password of a stranger', name: 'Mallory' });
    await expect.poll(() => world.countWaiting(), { timeout: 5000 }).toBe(1);
    await sql`update accounts set email_verified_at = now() where email_normalised = ${email}`;
    return { again };
  });
  await late.again;
  await expect(signIn(email, 'password of a stranger')).rejects.toThrow(/not right/);
  await expect(signIn(email)).resolves.toBeDefined();
});

test('a proof that waits for a registration of its address does not prove the password of that one', async () => {
  const email = 'registration-first@mail.test';
  await register(email);
  await world.settle();
  const token = await world.linkSecret(email, '/verify/');
  const [stranger] =
    await world.owner`select password_hash from accounts where email_normalised = 'amal@mail.test'`;
  const waiting = await world.owner.begin(async (sql) => {
    // As a registration does: the account is held, and has another password when it is let go.
    await sql`select from accounts where email_normalised = ${email} for update`;
    const press = world
      .visitor('patient')
      .patients.verifyEmail({ token, password: PASSWORD })
      .then(String, String);
    await expect.poll(() => world.countWaiting(), { timeout: 5000 }).toBe(1);
    await sql`update accounts set password_hash = ${stranger?.password_hash} where email_normalised = ${email}`;
    return { press };
  });
  expect(await waiting.press).toMatch(/not the password you registered with/);
  await expect(signIn(email)).rejects.toThrow(/Confirm your e-mail/);
});

test('letters to one address are limited', async () => {
  const answers: string[] = [];
  for (let n = 0; n < 6; n++) {
    answers.push(
      await register('flood@mail.test').then(
        () => 'ok',
        (error: Error) => error.message,
      ),
    );
  }
  expect(answers.slice(0, 5)).toEqual(Array(5).fill('ok'));
  expect(answers[5]).toMatch(/Too many attempts/);
});

test("nobody counts as their own friend, though the link is the patient's", async () => {
  // Amal's own code under another spelling of the same address: the account is known, nothing happens.
  await register('Amal@Mail.test', { code });
  await world.settle();
  const { clientId } = await world.principal('patient', 'amal@mail.test');
  expect(await invitesOf('amal@mail.test')).toEqual([]);
  const [counts] = await world.owner`
    select count(*)::int as n from invites where client_id = ${clientId} and friend_client_id = ${clientId}`;
  expect(counts?.n).toBe(0);
});

test('a person without an account who owns a link is no friend of theirs, and the trail says why', async () => {
  const email = 'self@mail.test';
  const clientId = newId('client', world.clock.now());
  const linkId = newId('shareLink', world.clock.now());
  await inScope(world.system, (tx) =>
    insertClient(tx, {
      id: clientId,
      name: 'Self',
      email,
      emailNormalised: email,
      locale: 'en',
      createdAt: world.clock.now(),
    }),
  );
  await world.owner`insert into share_links (id, code, client_id, program_id, campaign, created_at)
    values (${linkId}, 'selfselfse', ${clientId}, ${program}, 'friends', now())`;
  await register(email, { code: 'selfselfse' });
  await world.settle();
  await verify(email);
  expect(await invitesOf(email)).toEqual([]);
  const [entry] = await world.owner`
    select r.reason from audit_entries e join audit_reasons r on r.audit_id = e.id
    where e.action = 'invite.not_counted' and e.subject_id = ${clientId}`;
  expect(entry?.reason).toBe('Nobody can invite themselves.');
});

test('a friend counts once per program, whoever else invites them', async () => {
  const email = 'shared@mail.test';
  await givenPatient(world, { email: 'cleo@mail.test', name: 'Cleo' });
  await givenPatient(world, { email, code });
  const other = await codeOf(world, 'cleo@mail.test', program);
  await register(email, { code: other });
  await world.settle();
  expect(await invitesOf(email)).toHaveLength(1);
});

test('an unknown code does not stop a registration', async () => {
  await givenPatient(world, { email: 'typo@mail.test', code: 'zzzzzzzzzz' });
  expect(await invitesOf('typo@mail.test')).toEqual([]);
});

test('whoever was in care here before is no new friend, and the trail says why', async () => {
  const email = 'patient-before@mail.test';
  const { clientId } = await givenPatient(world, { email });
  await clinic.consultation(email);
  // Care was told of, the account is opened only now: as for a patient known from another system.
  await world.owner`delete from accounts where email_normalised = ${email}`;
  await givenPatient(world, { email, code });
  expect(await invitesOf(email)).toEqual([]);
  const [entry] = await world.owner`
    select r.reason from audit_entries e join audit_reasons r on r.audit_id = e.id
    where e.action = 'invite.not_counted' and e.subject_id = ${clientId}`;
  expect(entry?.reason).toBe('This person was a patient before.');
});

test('care from before the invite, told of later, takes the invite out', async () => {
  const email = 'care-before@mail.test';
  const completedAt = world.clock.now().toISOString();
  world.clock.advanceDays(1);
  await givenPatient(world, { email, code });
  await clinic.post('/v1/events', {
    type: 'consultation.completed',
    data: { patientEmail: email, consultationId: 'before', completedAt, payer: 'self_pay' },
  });
  await world.settle();
  expect(await invitesOf(email)).toEqual([{ status: 'disqualified' }]);
});

test('friends beyond the limit of a program register but do not count', async () => {
  const small = await givenProgram(world, { name: 'Small', maxInvitesPerPatient: 1 });
  const smallCode = await codeOf(world, 'amal@mail.test', small);
  await givenPatient(world, { email: 'inside@mail.test', code: smallCode });
  await givenPatient(world, { email: 'outside@mail.test', code: smallCode });
  expect(await invitesOf('inside@mail.test')).toHaveLength(1);
  expect(await invitesOf('outside@mail.test')).toHaveLength(0);
});
