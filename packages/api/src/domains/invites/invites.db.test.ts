import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinic, codeOf, givenPatient, givenProgram } from '../../../test/given/friends.ts';
import { PASSWORD, World } from '../../../test/given/world.ts';
import { addDays } from '../../shared/clock.ts';

let world: World;
let clinic: Clinic;
let program: string;
let code: string;

beforeAll(async () => {
  world = await World.open();
  clinic = await Clinic.open(world);
  program = await givenProgram(world, { maxInvitesPerPatient: 10 });
  await givenPatient(world, { email: 'amal@mail.test', name: 'Amal Haddad' });
  code = await codeOf(world, 'amal@mail.test', program);
});
afterAll(async () => {
  await clinic.close();
  await world.close();
});

async function inviteByMail(from: string, friendEmail: string, label?: string) {
  const made = await (await world.asPatient(from)).invites.create({
    programId: program,
    channel: 'email',
    friendEmail,
    label,
    message: 'Have a look at this',
  });
  await world.settle();
  return made;
}

/** Everything the database holds, as text. */
async function everythingStored(options: { except: string }): Promise<string> {
  const tables = await world.owner<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> ${options.except}`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await world.owner.unsafe(`select t::text from "${name}" t`);
    parts.push(JSON.stringify(rows));
  }
  return parts.join('\n');
}

test("a friend's address and name are stored encrypted only, and reduced to a hash when the invite ends", async () => {
  const { id, mailed } = await inviteByMail('amal@mail.test', 'Canary.Friend@mail.test', 'Canary Label');
  expect(mailed).toBe(true);
  // The message itself has to say where it goes, as long as the invite is open.
  expect(await everythingStored({ except: 'messages' })).not.toMatch(/canary/i);
  const [row] = await world.owner`select * from invites where id = ${id}`;
  expect(world.system.vault.decrypt(row?.friend_contact_encrypted)).toBe('canary.friend@mail.test');
  const [mail] = await world.mailsTo('canary.friend@mail.test');
  expect(mail?.subject).toBe('Amal invites you to Harbour Care');

  world.clock.advanceDays(31);
  await world.tick();
  const [ended] = await world.owner`select * from invites where id = ${id}`;
  expect(ended).toMatchObject({
    status: 'expired',
    friend_contact_encrypted: null,
    friend_label_encrypted: null,
  });
  expect(ended?.friend_hash).toMatch(/^[\w-]{40,}$/);
  expect(await everythingStored({ except: '' })).not.toMatch(/canary/i);
});

test('whoever was invited by address and joins is one friend, under the name the patient gave', async () => {
  const { id } = await inviteByMail('amal@mail.test', 'dina@mail.test', 'Dina from work');
  await givenPatient(world, { email: 'dina@mail.test', code });
  const amal = await world.asPatient('amal@mail.test');
  expect(await amal.invites.mineDetail({ id })).toMatchObject({
    label: 'Dina from work',
    status: 'joined',
    message: 'Have a look at this',
    steps: [{ key: 'invited' }, { key: 'joined' }],
  });
  const [row] = await world.owner`select friend_contact_encrypted from invites where id = ${id}`;
  expect(row?.friend_contact_encrypted).toBeNull();
  const dina = (await amal.invites.mine({})).rows.filter((friend) => friend.joinedAt !== null);
  expect(dina).toHaveLength(1);
});

test('friends who come by the link at once take up one noted friend each, the oldest first, and none takes a second place', async () => {
  const small = await givenProgram(world, { name: 'Two friends', maxInvitesPerPatient: 2 });
  const smallCode = await codeOf(world, 'amal@mail.test', small);
  const amal = await world.asPatient('amal@mail.test');
  for (const [channel, label] of [
    ['whatsapp', 'First friend'],
    ['sms', 'Second friend'],
  ] as const) {
    await amal.invites.create({ programId: small, channel, label });
    world.clock.advanceMinutes(1);
  }
  const friends = ['emil@mail.test', 'fara@mail.test'];
  for (const email of friends) {
    await world
      .visitor('patient')
      .patients.register({ name: 'A friend', email, password: PASSWORD, code: smallCode });
  }
  await world.settle();
  const verified = await Promise.all(
    friends.map(async (email) => {
      const token = await world.linkSecret(email, '/verify/');
      return world.visitor('patient').patients.verifyEmail({ token, password: PASSWORD });
    }),
  );
  expect(verified).toHaveLength(2);
  const rows = await world.owner`
    select i.status, c.email_normalised as email, i.friend_hash is not null as hashed, i.expires_at as "expiresAt"
    from invites i left join clients c on c.id = i.friend_client_id where i.program_id = ${small}
    order by c.email_normalised`;
  const expiresAt = addDays(world.clock.now(), 30);
  expect(rows).toEqual(friends.map((email) => ({ status: 'registered', email, hashed: true, expiresAt })));
  expect((await amal.invites.mine({ programId: small })).rows.map(({ status }) => status)).toEqual([
    'joined',
    'joined',
  ]);
  await givenPatient(world, { email: 'third@mail.test', code: smallCode });
  const [counts] = await world.owner`select count(*)::int as n from invites where program_id = ${small}`;
  expect(counts?.n).toBe(2);
});

test('a friend noted without an address is left to others by whoever was invited by theirs, and ends with its time', async () => {
  const own = await givenProgram(world, { name: 'Noted' });
  const ownCode = await codeOf(world, 'amal@mail.test', own);
  const amal = await world.asPatient('amal@mail.test');
  const noted = await amal.invites.create({ programId: own, channel: 'whatsapp', label: 'Anybody' });
  const friendEmail = 'greta@mail.test';
  const addressed = await amal.invites.create({ programId: own, channel: 'email', friendEmail });
  await world.settle();
  await givenPatient(world, { email: friendEmail, code: ownCode });
  const statusOf = async (id: string) => (await amal.invites.mineDetail({ id })).status;
  expect([await statusOf(addressed.id), await statusOf(noted.id)]).toEqual(['joined', 'invited']);
  world.clock.advanceDays(30);
  // Nobody has ended it yet, and its time is over all the same.
  await givenPatient(world, { email: 'late-friend@mail.test', code: ownCode });
  expect(await statusOf(noted.id)).toBe('invited');
  expect((await amal.invites.mine({ programId: own })).rows).toHaveLength(3);
});

test("a patient's list is the same whatever happened in a friend's care", async () => {
  const read = async () => {
    const amal = await world.asPatient('amal@mail.test');
    const home = await amal.invites.home();
    const details = await Promise.all(home.friends.map(({ id }) => amal.invites.mineDetail({ id })));
    return { home, details, page: await amal.invites.mine({}) };
  };
  for (const [email, payer] of [
    ['good@mail.test', 'self_pay'],
    ['blocked@mail.test', 'medicare'],
  ] as const) {
    await inviteByMail('amal@mail.test', email, `Label of ${email}`);
    await givenPatient(world, { email, code });
    const before = await read();
    await clinic.consultation(email, { payer });
    expect(await read()).toEqual(before);
    await expect(inviteByMail('amal@mail.test', email)).rejects.toThrow(/already/);
  }
  const states = await world.owner`select distinct status from invites where registered_at is not null`;
  expect(states.map((row) => row.status).sort()).toEqual(['converted', 'disqualified', 'registered']);
});

test('the same address is invited once; the own address and a suppressed one get no invitation', async () => {
  await inviteByMail('amal@mail.test', 'once@mail.test');
  await expect(inviteByMail('amal@mail.test', 'ONCE@mail.test')).rejects.toThrow(/already/);
  await expect(inviteByMail('amal@mail.test', 'Amal@mail.test')).rejects.toThrow(/your own address/);
  expect(await world.mailsTo('once@mail.test')).toHaveLength(1);
});

test('whoever declines is never written to again, by anybody', async () => {
  await inviteByMail('amal@mail.test', 'nothanks@mail.test');
  const token = await world.linkSecret('nothanks@mail.test', '/decline/');
  const visitor = world.visitor('patient');
  expect(await visitor.invites.readDecline({ token })).toEqual({
    referrerFirstName: 'Amal',
    organisationName: 'Harbour Care',
  });
  await visitor.invites.decline({ token });
  await expect(visitor.invites.decline({ token })).rejects.toThrow(/used before/);
  await givenPatient(world, { email: 'other@mail.test' });
  const again = await inviteByMail('other@mail.test', 'nothanks@mail.test');
  expect(again.mailed).toBe(true);
  const mails = await world.mailsTo('nothanks@mail.test');
  expect(mails.map((mail) => mail.status)).toEqual(['suppressed']);
});

test('inviting a patient of ours looks the same as inviting a stranger, and no mail goes out', async () => {
  await givenPatient(world, { email: 'member@mail.test' });
  const known = await inviteByMail('amal@mail.test', 'member@mail.test');
  const stranger = await inviteByMail('amal@mail.test', 'stranger@mail.test');
  expect({ ...known, id: '' }).toEqual({ ...stranger, id: '' });
  expect((await world.mailsTo('member@mail.test')).map((mail) => mail.template)).not.toContain(
    'friend-invitation',
  );
});

test('twenty invites at once stay within the limit of the program', async () => {
  await givenPatient(world, { email: 'busy@mail.test' });
  const busy = await world.asPatient('busy@mail.test');
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      busy.invites.create({ programId: program, channel: 'whatsapp', label: `Friend ${n}` }),
    ),
  );
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(10);
  expect((await busy.invites.home()).programs[0]?.remaining).toBe(0);
});

test('staff see both people, the rewards and the whole story of an invite', async () => {
  const coordinator = await world.asStaff('coordinator');
  const { rows } = await coordinator.invites.list({ status: 'converted', programId: program });
  expect(rows).toMatchObject([
    { clientName: 'Amal Haddad', friendName: 'Amal Haddad', programName: 'Bring a friend' },
  ]);
  const detail = await coordinator.invites.get({ id: rows[0]?.id ?? '' });
  expect(detail.rewards.map((reward) => [reward.side, reward.words]).sort()).toEqual([
    ['friend', 'USD 20.00 credit'],
    ['referrer', 'USD 50.00 credit'],
  ]);
  expect(detail.moves).toEqual(['reversed']);
  expect(detail.timeline.map((entry) => entry.action)).toEqual([
    'invite.created',
    'invite.registered',
    'invite.converted',
  ]);
  await expect(coordinator.invites.disqualify({ id: detail.id, reason: 'x' })).rejects.toThrow(/role/);
});

test('a link is made once, however often it is asked for', async () => {
  const amal = await world.asPatient('amal@mail.test');
  const links = await Promise.all([1, 2, 3].map(() => amal.invites.createLink({ programId: program })));
  expect(new Set(links.map((link) => link.code))).toEqual(new Set([code]));
});

test("somebody else's invite does not exist, and a program that does not run takes none", async () => {
  const { id } = await inviteByMail('amal@mail.test', 'private@mail.test');
  const other = await world.asPatient('other@mail.test');
  await expect(other.invites.mineDetail({ id })).rejects.toThrow(/does not exist/);
  const manager = await world.asStaff('manager');
  await manager.programs.changeStatus({ id: program, to: 'paused', reason: 'Summer break' });
  await expect(inviteByMail('other@mail.test', 'late@mail.test')).rejects.toThrow(/no new invites/);
  expect(await world.visitor('patient').programs.offer({ code })).toMatchObject({ running: false });
  await givenPatient(world, { email: 'afterwards@mail.test', code });
  const rows = await world.owner`
    select i.id from invites i join clients c on c.id = i.friend_client_id where c.email = 'afterwards@mail.test'`;
  expect(rows).toHaveLength(0);
});
