import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenApplication } from '../../../../test/given/applications.ts';
import { PASSWORD, World } from '../../../../test/given/world.ts';
import { createSessions } from '../../../auth/sessions.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const application = {
  companyName: 'Harbour Gate Realty',
  contactName: 'Layla Haddad',
  phone: '050 123 4567',
  website: 'harbourgate.test',
  partnerTypeCode: 'channel',
  regions: ['AE'],
  about: 'Marina and downtown.',
};

/** Applies and has the application approved; returns the partner's id. */
async function approved(email: string): Promise<string> {
  world.clock.advanceMinutes(1);
  const reference = await givenApplication(world, { ...application, email });
  await (await world.asStaff('manager')).applications.approve({ partnerId: reference });
  await world.settle();
  return reference;
}

/** Follows the newest invitation of an address, as a browser that keeps its cookie. */
async function accept(email: string): Promise<string> {
  const token = await world.linkSecret(email, '/invitation/');
  let cookie = '';
  const visitor = world.caller({
    ...world.requestAs('partner', null),
    setCookie: (value) => {
      cookie = value.split(';')[0] ?? '';
    },
  });
  await visitor.invitations.accept({ token, name: 'Layla Haddad', password: PASSWORD });
  return cookie;
}

test('an application becomes an active partner: approval, invitation, account, agreement, code and link', async () => {
  const email = 'Layla@HarbourGate.test';
  const reference = await givenApplication(world, { ...application, email });
  await world.settle();
  expect((await world.mailsTo(email)).map((mail) => mail.template)).toEqual([
    'application-received',
    'confirm-application',
  ]);

  const manager = await world.asStaff('manager');
  const queue = await manager.applications.list({});
  expect(queue.rows).toContainEqual(
    expect.objectContaining({ id: reference, name: 'Harbour Gate Realty', duplicates: 0, regions: ['AE'] }),
  );
  expect(await manager.applications.get({ partnerId: reference })).toMatchObject({
    phone: '+971501234567',
    website: 'https://harbourgate.test',
    engagements: [{ sentence: 'The partner earns 15 % of the deal value when a deal is verified.' }],
  });
  await manager.applications.approve({ partnerId: reference });
  await world.settle();

  const token = await world.linkSecret(email, '/invitation/');
  expect(await world.visitor('partner').invitations.read({ token })).toEqual({
    partnerName: 'Harbour Gate Realty',
    email,
    contactName: 'Layla Haddad',
  });
  const cookie = await accept(email);
  const sessions = createSessions({ ...world, audience: 'partner', secureCookie: false });
  expect(await sessions.read(cookie)).toMatchObject({ partnerId: reference, role: 'partner_owner' });

  const partner = await world.asPartner(email);
  const before = await partner.onboarding.state();
  expect(before.partner.status).toBe('approved');
  expect(before.steps.filter((step) => step.done).map(({ key }) => key)).toEqual(['account', 'profile']);
  const { code, status } = await partner.onboarding.acceptAgreement({ agreementId: before.agreement.id });
  expect(status).toBe('active');
  const after = await partner.onboarding.state();
  expect(after.steps.filter((step) => !step.done).map(({ key }) => key)).toEqual(['start']);
  expect(after.partner.code).toBe(code);
  const links = await world.owner`select code, campaign from share_links where partner_id = ${reference}`;
  expect(links).toEqual([{ code, campaign: 'default' }]);

  await world.settle();
  expect((await world.mailsTo(email)).map((mail) => mail.template)).toContain('partner-active');
  const detail = await manager.partners.get({ id: reference });
  expect(detail.acceptances).toMatchObject([{ version: 1, acceptedByName: 'Layla Haddad' }]);
  expect(detail.timeline.toReversed().map((entry) => entry.action)).toEqual([
    'partner.active',
    'partner.agreement_accepted',
    'partner.invitation_accepted',
    'partner.approved',
    'partner.applied',
  ]);
});

test('an invitation works once: the second use and a second account are refused', async () => {
  const email = 'once@partner.test';
  await approved(email);
  const token = await world.linkSecret(email, '/invitation/');
  const person = { token, name: 'Once', password: PASSWORD };
  const both = await Promise.allSettled([
    world.visitor('partner').invitations.accept(person),
    world.visitor('partner').invitations.accept(person),
  ]);
  expect(both.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  await expect(world.visitor('partner').invitations.read({ token })).rejects.toThrow(/used before/);
  const [row] = await world.owner`select count(*)::int as n from accounts where email_normalised = ${email}`;
  expect(row?.n).toBe(1);
});

test('an invitation ends after 14 days and a resent one replaces it', async () => {
  const email = 'late@partner.test';
  const id = await approved(email);
  const first = await world.linkSecret(email, '/invitation/');
  await (await world.asStaff('manager')).partners.resendInvitation({ id });
  world.clock.advanceMinutes(1);
  await world.settle();
  const second = await world.linkSecret(email, '/invitation/');
  await expect(world.visitor('partner').invitations.read({ token: first })).rejects.toThrow(/used before/);
  world.clock.advanceDays(14);
  await expect(world.visitor('partner').invitations.read({ token: second })).rejects.toThrow(/too old/);
});

test('a changed address closes the invitation that went to the old one', async () => {
  const id = await approved('old@partner.test');
  const token = await world.linkSecret('old@partner.test', '/invitation/');
  await (await world.asStaff('manager')).partners.update({ id, email: 'new@partner.test' });
  await expect(world.visitor('partner').invitations.read({ token })).rejects.toThrow(/used before/);
});

test('an address that signs in for one partner cannot become the owner of a second', async () => {
  const email = 'twice@partner.test';
  await approved(email);
  await accept(email);
  await approved(email);
  await expect(accept(email)).rejects.toThrow(/signs in for another partner/);
});

test('an invited partner goes to review with its account and cannot accept the agreement before approval', async () => {
  const email = 'invited@partner.test';
  const manager = await world.asStaff('manager');
  const { id } = await manager.partners.invite({
    name: 'Prairie Title',
    contactName: 'Dana O’Neil',
    email,
    partnerTypeCode: 'title',
    regions: ['US-MN'],
    capacity: 5,
  });
  await world.settle();
  await accept(email);
  const partner = await world.asPartner(email);
  const { agreement, partner: own } = await partner.onboarding.state();
  expect(own).toMatchObject({ status: 'pending_review', capacity: 5 });
  await expect(partner.onboarding.acceptAgreement({ agreementId: agreement.id })).rejects.toThrow(
    /once it is approved/,
  );

  await manager.applications.approve({ partnerId: id });
  await world.settle();
  const mail = (await world.mailsTo(email)).find(({ template }) => template === 'partner-approved');
  expect(mail?.html).toContain('Sign in');
  expect(mail?.html).not.toContain('/invitation/');
  await expect(partner.onboarding.acceptAgreement({ agreementId: agreement.id })).resolves.toMatchObject({
    status: 'active',
  });
});

test('accepting twice at once activates once and keeps one code', async () => {
  const email = 'double@partner.test';
  const id = await approved(email);
  await accept(email);
  const partner = await world.asPartner(email);
  const { agreement } = await partner.onboarding.state();
  const answers = await Promise.allSettled(
    [1, 2].map(() => partner.onboarding.acceptAgreement({ agreementId: agreement.id })),
  );
  expect(answers.some((answer) => answer.status === 'fulfilled')).toBe(true);
  const events = await world.owner`
    select type from outbox where subject_id = ${id} and type in ('partner.active', 'partner.agreement_accepted')`;
  expect(events.map((event) => event.type).sort()).toEqual(['partner.active', 'partner.agreement_accepted']);
  const links = await world.owner`select code from share_links where partner_id = ${id}`;
  const { code } = (await partner.onboarding.state()).partner;
  expect(links).toEqual([{ code }]);
});

test('a partner changes its own profile, and nothing that is not its to change', async () => {
  const email = 'profile@partner.test';
  await approved(email);
  await accept(email);
  const partner = await world.asPartner(email);
  await partner.portalProfile.update({ contactName: 'Noor', phone: '', capacity: 7, about: '' });
  expect(await partner.portalProfile.get()).toMatchObject({
    contactName: 'Noor',
    phone: null,
    website: null,
    about: null,
    capacity: 7,
    name: 'Harbour Gate Realty',
  });
  expect(await partner.portalProfile.members()).toMatchObject([{ email, role: 'owner' }]);
  const forged = { contactName: 'Noor', capacity: 7, status: 'active' };
  await expect(partner.portalProfile.update(forged)).rejects.toThrow(/status/);
});
