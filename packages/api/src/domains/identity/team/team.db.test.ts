import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../../../../test/given/browser.ts';
import { givenActivePartner } from '../../../../test/given/partners.ts';
import { PASSWORD, World } from '../../../../test/given/world.ts';
import { assembleCast, type Cast } from '../../../../test/permissions/cast.ts';
import { findAccount, insertAccount } from '../../../auth/accounts.queries.ts';
import { hashPassword } from '../../../auth/password.ts';
import { lettersPerRecipient } from '../../../auth/throttle.ts';
import { inScope } from '../../../platform/context.ts';
import { newId } from '../../../shared/id.ts';

let world: World;
let cast: Cast;

beforeAll(async () => {
  world = await World.open(new Date());
  await world.staff('admin');
  cast = await assembleCast(world);
});
afterAll(() => world.close());

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: Error) => error.message,
  );

async function addAdmin(email: string): Promise<string> {
  const id = newId('account', world.clock.now());
  const passwordHash = await hashPassword(PASSWORD);
  await inScope(world.system, (tx) =>
    insertAccount(tx, {
      id,
      audience: 'staff',
      email,
      emailNormalised: email,
      name: email,
      passwordHash,
      staffRole: 'admin',
      createdAt: world.clock.now(),
    }),
  );
  return id;
}

async function accept(app: 'staff' | 'partner', email: string, password = PASSWORD): Promise<Browser> {
  await world.settle();
  const token = await world.linkSecret(email, '/join/');
  const browser = new Browser(world, app);
  await (await browser.call()).joining.accept({ token, name: 'New colleague', password });
  return browser;
}

describe('the staff', () => {
  test('grows by invitation: the link opens an account with the role that was meant', async () => {
    const admin = await world.asStaff('admin');
    const email = 'nora@harbour.test';
    await admin.staff.invite({ name: 'Nora', email, role: 'finance' });
    expect(await rejection(admin.staff.invite({ name: 'Nora', email, role: 'admin' }))).toMatch(
      /invited already/,
    );
    await world.settle();
    const token = await world.linkSecret(email, '/join/');
    expect(await world.visitor('staff').joining.read({ token })).toMatchObject({
      email,
      staffRole: 'finance',
    });
    expect(await rejection(world.visitor('partner').joining.read({ token }))).toMatch(
      /used before or is too old/,
    );
    const browser = await accept('staff', email);
    expect(await (await browser.call()).identity.me()).toMatchObject({ email, staffRole: 'finance' });
    expect(await rejection(world.visitor('staff').joining.read({ token }))).toMatch(/used before/);
    expect((await admin.staff.invitations()).map((row) => row.email)).not.toContain(email);
    expect(await rejection(admin.staff.invite({ name: 'Nora', email, role: 'admin' }))).toMatch(
      /in the team/,
    );
  });

  test('an invitation used twice at once opens one account', async () => {
    const email = 'twice@harbour.test';
    await (await world.asStaff('admin')).staff.invite({ name: 'Twice', email, role: 'auditor' });
    await world.settle();
    const token = await world.linkSecret(email, '/join/');
    const answers = await Promise.allSettled(
      [1, 2].map(() => world.visitor('staff').joining.accept({ token, name: 'Twice', password: PASSWORD })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] =
      await world.owner`select count(*)::int as n from accounts where email_normalised = ${email}`;
    expect(row?.n).toBe(1);
  });

  test('an invitation ends after a week, with a newer link, and when it is revoked', async () => {
    const admin = await world.asStaff('admin');
    const email = 'late@harbour.test';
    const { id } = await admin.staff.invite({ name: 'Late', email, role: 'manager' });
    await world.settle();
    const first = await world.linkSecret(email, '/join/');
    world.clock.advanceDays(6);
    await admin.staff.resendInvitation({ id });
    await world.settle();
    const second = await world.linkSecret(email, '/join/');
    const read = (token: string) => rejection(world.visitor('staff').joining.read({ token }));
    expect(await read(first)).toMatch(/used before or is too old/);
    world.clock.advanceDays(6);
    expect(await read(second)).toBe('no refusal');
    world.clock.advanceDays(1);
    expect(await read(second)).toMatch(/too old/);
    await admin.staff.resendInvitation({ id });
    await world.settle();
    const third = await world.linkSecret(email, '/join/');
    await admin.staff.revokeInvitation({ id });
    expect(await read(third)).toMatch(/used before or is too old/);
    expect(await rejection(admin.staff.resendInvitation({ id }))).toMatch(/does not exist/);
  });

  test('a stolen password is refused when joining, and the link stays', async () => {
    const email = 'weak@harbour.test';
    await (await world.asStaff('admin')).staff.invite({ name: 'Weak', email, role: 'manager' });
    expect(await rejection(accept('staff', email, 'Password1'))).toMatch(/stolen most often/);
    await accept('staff', email);
  });

  test('a new role ends the sessions of the old one', async () => {
    const email = 'coordinator@harbour.test';
    const browser = await Browser.signedIn(world, 'staff', email);
    await (await world.asStaff('admin')).staff.changeRole({ accountId: cast.colleague, role: 'auditor' });
    expect(await browser.isSignedIn()).toBe(false);
    const after = await Browser.signedIn(world, 'staff', email);
    expect(await (await after.call()).identity.me()).toMatchObject({ staffRole: 'auditor' });
  });

  test('a closed account is out at once and cannot come back until it is opened', async () => {
    const email = 'coordinator@harbour.test';
    const admin = await world.asStaff('admin');
    const browser = await Browser.signedIn(world, 'staff', email);
    await admin.staff.disable({ accountId: cast.colleague });
    expect(await browser.isSignedIn()).toBe(false);
    expect(await rejection(Browser.signedIn(world, 'staff', email))).toMatch(/not right/);
    expect(await rejection(admin.staff.invite({ name: 'C', email, role: 'manager' }))).toMatch(/closed/);
    await admin.staff.enable({ accountId: cast.colleague });
    await Browser.signedIn(world, 'staff', email);
  });

  test('keeps an administrator: the last one can be neither demoted nor closed', async () => {
    const { accountId } = await world.principal('staff', 'admin@harbour.test');
    const admin = await world.asStaff('admin');
    expect(await rejection(admin.staff.changeRole({ accountId, role: 'manager' }))).toMatch(
      /last administrator/,
    );
    const other = await addAdmin('other-admin@harbour.test');
    await admin.staff.disable({ accountId: other });
    expect(await rejection(admin.staff.changeRole({ accountId, role: 'manager' }))).toMatch(
      /last administrator/,
    );
    expect(await rejection(admin.staff.disable({ accountId }))).toMatch(/your own account/);
  });

  test('two administrators who demote each other at once: one stays', async () => {
    const first = await world.principal('staff', 'admin@harbour.test');
    const second = await addAdmin('second-admin@harbour.test');
    const secondCaller = world.caller(
      world.requestAs('staff', await world.principal('staff', 'second-admin@harbour.test')),
    );
    const answers = await Promise.allSettled([
      (await world.asStaff('admin')).staff.changeRole({ accountId: second, role: 'manager' }),
      secondCaller.staff.changeRole({ accountId: first.accountId, role: 'manager' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await world.owner`
      select count(*)::int as n from accounts where staff_role = 'admin' and disabled_at is null`;
    expect(row?.n).toBe(1);
    // Whichever won: the tests that follow act as the first.
    await world.owner`update accounts set staff_role = 'admin' where id = ${first.accountId}`;
  });
});

describe('the team of a partner', () => {
  const owner = () => world.asPartner(cast.own.partnerOwner);

  test('an owner invites a colleague into the own partner only', async () => {
    const email = 'pia@own-partner.test';
    await (await owner()).team.invite({ name: 'Pia', email, role: 'member' });
    const browser = await accept('partner', email);
    const session = await (await browser.context()).principal;
    expect(session).toMatchObject({ partnerId: cast.own.partner, role: 'partner_member' });
    expect((await (await owner()).portalProfile.members()).map((row) => row.email)).toContain(email);
    const foreign = await world.asPartner(cast.foreign.partnerOwner);
    expect((await foreign.team.invitations()).map((row) => row.email)).not.toContain(email);
  });

  test('an address known to another partner is not given away; its owner is told', async () => {
    const email = cast.foreign.partnerMember;
    await (await owner()).team.invite({ name: 'Known', email, role: 'member' });
    expect(await rejection(accept('partner', email))).toMatch(/signs in here already/);
  });

  test('somebody who is removed is out at once, leaves the list and can be asked back', async () => {
    const email = 'gone@own-partner.test';
    await (await owner()).team.invite({ name: 'Gone', email, role: 'member' });
    const browser = await accept('partner', email);
    const { accountId } = await world.principal('partner', email);
    await (await owner()).team.remove({ accountId });
    expect(await browser.isSignedIn()).toBe(false);
    expect(await rejection(Browser.signedIn(world, 'partner', email))).toMatch(/not right/);
    expect((await (await owner()).portalProfile.members()).map((row) => row.email)).not.toContain(email);
    await (await owner()).team.invite({ name: 'Gone', email, role: 'owner' });
    await accept('partner', email, 'another good sentence');
    expect((await world.principal('partner', email)).accountId).toBe(accountId);
    expect((await world.principal('partner', email)).role).toBe('partner_owner');
    await (await owner()).team.changeRole({ accountId, role: 'member' });
  });

  test('keeps an owner: two who demote each other at once leave one', async () => {
    const first = await world.principal('partner', cast.own.partnerOwner);
    expect(
      await rejection((await owner()).team.changeRole({ accountId: first.accountId, role: 'member' })),
    ).toMatch(/last owner/);
    await (await owner()).team.changeRole({ accountId: cast.own.memberAccount, role: 'owner' });
    const second = await world.asPartner(cast.own.partnerMember);
    const answers = await Promise.allSettled([
      (await owner()).team.changeRole({ accountId: cast.own.memberAccount, role: 'member' }),
      second.team.changeRole({ accountId: first.accountId, role: 'member' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await world.owner`
      select count(*)::int as n from accounts
      where partner_id = ${cast.own.partner} and partner_role = 'owner' and disabled_at is null`;
    expect(row?.n).toBe(1);
  });

  test('people of a terminated partner cannot join', async () => {
    const foreign = await world.asPartner(cast.foreign.partnerOwner);
    await foreign.team.invite({ name: 'Late', email: 'late@foreign-partner.test', role: 'member' });
    await world.settle();
    await world.owner`update partners set status = 'terminated' where id = ${cast.foreign.partner}`;
    expect(await rejection(accept('partner', 'late@foreign-partner.test'))).toMatch(
      /used before or is too old/,
    );
    const account = await inScope(world.system, (tx) =>
      findAccount(tx, { audience: 'partner', emailNormalised: 'late@foreign-partner.test' }),
    );
    expect(account).toBeUndefined();
  });
});

test('accepting and revoking an invitation at one moment: exactly one counts', async () => {
  const admin = await world.asStaff('admin');
  for (let round = 0; round < 6; round++) {
    const email = `race-${round}@harbour.test`;
    const { id } = await admin.staff.invite({ name: 'Race', email, role: 'auditor' });
    await world.settle();
    const token = await world.linkSecret(email, '/join/');
    const outcomes = await Promise.allSettled([
      world.visitor('staff').joining.accept({ token, name: 'Race', password: PASSWORD }),
      // The password is hashed first: revoking waits about as long, so that they meet.
      new Promise((resolve) => setTimeout(resolve, round * 10)).then(() =>
        admin.staff.revokeInvitation({ id }),
      ),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await world.owner`select i.revoked_at is not null as revoked,
      exists (select from accounts a where a.email_normalised = ${email}) as joined
      from team_invitations i where i.id = ${id}`;
    expect(row?.revoked).toBe(!row?.joined);
  }
});

test('sending again ends the earlier link at once, names who asked, and stops after a few letters', async () => {
  const admin = await world.asStaff('admin');
  const email = 'often@harbour.test';
  const { id } = await admin.staff.invite({ name: 'Often', email, role: 'auditor' });
  await world.settle();
  const token = await world.linkSecret(email, '/join/');
  await admin.staff.resendInvitation({ id });
  await expect(world.visitor('staff').joining.read({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await admin.staff.invitations()).find((row) => row.id === id)).toMatchObject({
    invitedByName: 'admin person',
  });
  for (let n = 1; n < lettersPerRecipient.points; n++) await admin.staff.resendInvitation({ id });
  await expect(admin.staff.resendInvitation({ id })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

describe('ownership of a team', () => {
  async function givenTeam(owners: number, members = 0) {
    const first = await givenActivePartner(world);
    const people = [{ email: first.email, accountId: first.accountId }];
    for (let n = 1; n < owners + members; n++) {
      const email = `mate-${n}-of-${first.email}`;
      const accountId = newId('account', world.clock.now());
      await world.owner`insert into accounts (id, audience, email, email_normalised, name, partner_id, partner_role, created_at)
        values (${accountId}, 'partner', ${email}, ${email}, ${email}, ${first.partnerId}, ${n < owners ? 'owner' : 'member'}, ${world.clock.now()})`;
      people.push({ email, accountId });
    }
    return { partnerId: first.partnerId, people };
  }
  const ownersOf = async (partnerId: string) => {
    const rows = await world.owner<{ id: string }[]>`select id from accounts
      where partner_id = ${partnerId} and partner_role = 'owner' and disabled_at is null`;
    return rows.map(({ id }) => id);
  };
  const at = (list: { email: string; accountId: string }[], n: number) => {
    const person = list[n];
    if (!person) throw new Error('nobody there');
    return person;
  };

  test('is handed over in one step: the colleague is owner, the giver a member', async () => {
    const { partnerId, people } = await givenTeam(1, 1);
    const [giver, taker] = [at(people, 0), at(people, 1)];
    await (await world.asPartner(giver.email)).team.transferOwnership({ accountId: taker.accountId });
    expect(await ownersOf(partnerId)).toEqual([taker.accountId]);
    expect((await world.principal('partner', giver.email)).role).toBe('partner_member');
    await expect(
      (await world.asPartner(giver.email)).team.transferOwnership({ accountId: taker.accountId }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('of two owners who leave at once, or hand over to each other, the team keeps one', async () => {
    for (let round = 0; round < 4; round++) {
      const { partnerId, people } = await givenTeam(2);
      const callers = await Promise.all(people.map(({ email }) => world.asPartner(email)));
      const outcomes = await Promise.allSettled(callers.map((caller) => caller.team.leave()));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await ownersOf(partnerId)).toHaveLength(1);
    }
    const { partnerId, people } = await givenTeam(2);
    const callers = await Promise.all(people.map(({ email }) => world.asPartner(email)));
    await Promise.allSettled(
      callers.map((caller, n) => caller.team.transferOwnership({ accountId: at(people, 1 - n).accountId })),
    );
    expect((await ownersOf(partnerId)).length).toBeGreaterThan(0);
  });

  test('the last owner cannot leave; a member can, and is signed out', async () => {
    const { people } = await givenTeam(1, 1);
    const [owner, member] = [at(people, 0), at(people, 1)];
    expect(await rejection((await world.asPartner(owner.email)).team.leave())).toMatch(/last owner/);
    await (await world.asPartner(member.email)).team.leave();
    const [row] = await world.owner`select disabled_at from accounts where id = ${member.accountId}`;
    expect(row?.disabled_at).not.toBeNull();
  });

  test('takes a password entered a moment ago', async () => {
    const { people } = await givenTeam(1, 1);
    const principal = await world.principal('partner', at(people, 0).email);
    const stale = world.caller(world.requestAs('partner', { ...principal, confirmedAt: null }));
    for (const act of [
      () => stale.team.transferOwnership({ accountId: at(people, 1).accountId }),
      () => stale.team.leave(),
    ]) {
      expect(await rejection(act())).toMatch(/Confirm that it is you/);
    }
  });
});

describe('an invitation ends with the right of whoever asked', () => {
  const read = (app: 'staff' | 'partner', token: string) =>
    rejection(world.visitor(app).joining.read({ token }));
  const invalid = /used before or is too old/;
  const revocations = (id: string) =>
    world.owner<{ actor: string }[]>`select actor_id as actor from audit_entries
      where subject_id = ${id} and action = 'team.invitation_revoked'`;
  const asStaffMember = async (email: string) =>
    world.caller(world.requestAs('staff', await world.principal('staff', email)));

  let count = 0;
  /** A second administrator who asked somebody to become one. */
  async function givenStaffInvitation() {
    count += 1;
    const host = `host-${count}@harbour.test`;
    const accountId = await addAdmin(host);
    const email = `guest-${count}@harbour.test`;
    const { id } = await (await asStaffMember(host)).staff.invite({ name: 'Guest', email, role: 'admin' });
    await world.settle();
    return { host, accountId, id, email, token: await world.linkSecret(email, '/join/') };
  }

  test('among staff: when the account is closed and when it becomes something else than administrator', async () => {
    const admin = await world.asStaff('admin');
    const { accountId: actor } = await world.principal('staff', 'admin@harbour.test');
    const acts = [
      (accountId: string) => admin.staff.disable({ accountId }),
      (accountId: string) => admin.staff.changeRole({ accountId, role: 'manager' }),
    ];
    for (const act of acts) {
      const { accountId, id, email, token } = await givenStaffInvitation();
      expect(await read('staff', token)).toBe('no refusal');
      await act(accountId);
      expect(await read('staff', token)).toMatch(invalid);
      expect(await rejection(accept('staff', email))).toMatch(invalid);
      expect((await admin.staff.invitations()).map((row) => row.id)).not.toContain(id);
      expect(await revocations(id)).toEqual([{ actor }]);
      await admin.staff.invite({ name: 'Guest', email, role: 'auditor' });
    }
  });

  test('also where the right was lost in another way', async () => {
    const { accountId, token } = await givenStaffInvitation();
    await world.owner`update accounts set staff_role = 'auditor' where id = ${accountId}`;
    expect(await read('staff', token)).toMatch(invalid);
    expect(
      await rejection(world.visitor('staff').joining.accept({ token, name: 'G', password: PASSWORD })),
    ).toMatch(invalid);
    await world.owner`update accounts set staff_role = 'admin' where id = ${accountId}`;
    expect(await read('staff', token)).toBe('no refusal');
    await world.owner`update accounts set disabled_at = now() where id = ${accountId}`;
    expect(await read('staff', token)).toMatch(invalid);
  });

  test('unless somebody else sent it again and answers for it now', async () => {
    const admin = await world.asStaff('admin');
    const { accountId, id, email } = await givenStaffInvitation();
    await admin.staff.resendInvitation({ id });
    expect((await admin.staff.invitations()).find((row) => row.id === id)?.invitedByName).toBe(
      'admin person',
    );
    await admin.staff.disable({ accountId });
    await accept('staff', email);
  });

  test('in a team: when its owner is removed, leaves, becomes a member or hands over', async () => {
    const acts = {
      removed: (first: Portal, ids: Ids) => first.team.remove({ accountId: ids.host }),
      demoted: (first: Portal, ids: Ids) => first.team.changeRole({ accountId: ids.host, role: 'member' }),
      left: (_: Portal, __: Ids, host: Portal) => host.team.leave(),
      'handed over': (_: Portal, ids: Ids, host: Portal) =>
        host.team.transferOwnership({ accountId: ids.colleague }),
    };
    for (const [what, act] of Object.entries(acts)) {
      count += 1;
      const { partnerId, email: firstEmail } = await givenActivePartner(world);
      const ids = { host: '', colleague: '' };
      for (const [key, role] of [
        ['host', 'owner'],
        ['colleague', 'member'],
      ] as const) {
        const email = `${key}-${count}@team.test`;
        ids[key] = newId('account', world.clock.now());
        await world.owner`insert into accounts (id, audience, email, email_normalised, name, partner_id, partner_role, created_at)
          values (${ids[key]}, 'partner', ${email}, ${email}, ${email}, ${partnerId}, ${role}, ${world.clock.now()})`;
      }
      const [first, host] = [
        await world.asPartner(firstEmail),
        await world.asPartner(`host-${count}@team.test`),
      ];
      const others = await first.team.invite({
        name: 'O',
        email: `other-${count}@team.test`,
        role: 'member',
      });
      const guests = [`owner-${count}@team.test`, `member-${count}@team.test`];
      const mine = [
        await host.team.invite({ name: 'G', email: guests[0] ?? '', role: 'owner' }),
        await host.team.invite({ name: 'G', email: guests[1] ?? '', role: 'member' }),
      ];
      await world.settle();
      const tokens = await Promise.all(guests.map((email) => world.linkSecret(email, '/join/')));
      await act(first, ids, host);
      for (const token of tokens) expect(await read('partner', token), what).toMatch(invalid);
      for (const { id } of mine) expect(await revocations(id), what).toHaveLength(1);
      expect(
        (await first.team.invitations()).map(({ id }) => id),
        what,
      ).toEqual([others.id]);
    }
  });
  type Portal = Awaited<ReturnType<typeof world.asPartner>>;
  type Ids = { host: string; colleague: string };

  test('of accepting and closing the account at one moment one comes first, and nobody comes in after it', async () => {
    const admin = await world.asStaff('admin');
    for (let round = 0; round < 6; round++) {
      const { accountId, id, email, token } = await givenStaffInvitation();
      await world.owner`delete from rate_limits`;
      const [accepted, closed] = await Promise.allSettled([
        world.visitor('staff').joining.accept({ token, name: 'Guest', password: PASSWORD }),
        // The password is hashed first: closing waits about as long, so that they meet.
        new Promise((resolve) => setTimeout(resolve, round * 10)).then(() =>
          admin.staff.disable({ accountId }),
        ),
      ]);
      expect(closed.status).toBe('fulfilled');
      const [row] = await world.owner`select i.revoked_at is not null as revoked,
        exists (select from accounts a where a.email_normalised = ${email}) as joined
        from team_invitations i where i.id = ${id}`;
      const joined = accepted.status === 'fulfilled';
      expect(row).toEqual({ joined, revoked: !joined });
    }
  });
});
