import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenApplication } from '../../../test/given/applications.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { createSessions } from '../../auth/sessions.ts';
import { newId } from '../../shared/id.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

let count = 0;
function apply(over: Partial<{ companyName: string; email: string }> = {}): Promise<string> {
  count += 1;
  return givenApplication(world, {
    companyName: over.companyName ?? `Applicant ${count}`,
    contactName: 'Ravi Iyer',
    email: over.email ?? `applicant-${count}@applicant-${count}.test`,
    regions: ['AE-DU'],
  });
}

test('of two approvals at once exactly one counts and one invitation leaves', async () => {
  const partnerId = await apply({ email: 'race@partner.test' });
  const manager = await world.asStaff('manager');
  const answers = await Promise.allSettled([
    manager.applications.approve({ partnerId }),
    manager.applications.approve({ partnerId }),
  ]);
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  const refused = answers.find((answer) => answer.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'CONFLICT' });
  await world.settle();
  const mails = (await world.mailsTo('race@partner.test')).filter((m) => m.template === 'partner-approved');
  expect(mails).toHaveLength(1);
});

test('a rejected application cannot be approved, and its reason reaches the timeline but not the applicant', async () => {
  const partnerId = await apply({ email: 'no@partner.test' });
  const manager = await world.asStaff('manager');
  await manager.applications.reject({ partnerId, reason: 'No licence in Dubai' });
  await expect(manager.applications.approve({ partnerId })).rejects.toMatchObject({ code: 'CONFLICT' });
  await world.settle();
  const mails = await world.mailsTo('no@partner.test');
  expect(mails.map((mail) => mail.template).sort()).toEqual([
    'application-received',
    'application-rejected',
    'confirm-application',
  ]);
  for (const mail of mails) expect(mail.html).not.toContain('No licence');
  const { timeline } = await manager.partners.get({ id: partnerId });
  expect(timeline.at(-1)).toMatchObject({
    to: 'rejected',
    reason: 'No licence in Dubai',
    actorName: 'manager person',
  });
  const [audit] =
    await world.owner`select count(*)::int as n from audit_entries where fields like '%licence%'`;
  expect(audit?.n).toBe(0);
});

test('a rejected application can be taken up again by staff, and then be approved', async () => {
  const partnerId = await apply({ email: 'second-look@partner.test' });
  const manager = await world.asStaff('manager');
  await manager.applications.reject({ partnerId, reason: 'Too early' });
  await expect(
    manager.partners.changeStatus({ id: partnerId, to: 'active', reason: 'Cleared' }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await manager.partners.changeStatus({ id: partnerId, to: 'pending_review', reason: 'New papers' });
  await manager.applications.approve({ partnerId });
  expect((await manager.partners.get({ id: partnerId })).status).toBe('approved');
});

test('a known address is taken like any other; staff see the duplicate', async () => {
  const first = await apply({ email: 'same@partner.test', companyName: 'Same Co' });
  const second = await apply({ email: 'SAME@partner.test', companyName: 'Other One' });
  expect(second).not.toBe(first);
  const { duplicates } = await (await world.asStaff('auditor')).applications.get({ partnerId: second });
  expect(duplicates[0]).toEqual({
    id: first,
    name: 'Same Co',
    status: 'pending_review',
    reasons: ['email', 'domain'],
    strength: 'certain',
  });
});

test('an application outside the regions of its type is refused on the field', async () => {
  const wrong = world.visitor('partner').applications.submit({
    companyName: 'Far Away',
    contactName: 'Far',
    email: 'far@partner.test',
    partnerTypeCode: 'broker',
    regions: ['US-IN'],
  });
  await expect(wrong).rejects.toThrow(/United Arab Emirates.*Not possible: Indiana/);
});

test('a website that could run script and an unknown field are refused', async () => {
  const base = {
    companyName: 'Bad',
    contactName: 'Bad',
    email: 'bad@partner.test',
    partnerTypeCode: 'broker',
    regions: ['AE'],
  };
  const form = world.visitor('partner').applications;
  await expect(form.submit({ ...base, website: 'javascript:alert(1)' })).rejects.toThrow(/web address/);
  const extra = { ...base, status: 'active' };
  await expect(form.submit(extra)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('suspension and termination end sessions at once; a terminated partner cannot come back', async () => {
  const { partnerId, accountId } = await givenActivePartner(world, { email: 'gone@partner.test' });
  const sessions = createSessions({ ...world, audience: 'partner', secureCookie: false });
  const open = async () =>
    (await sessions.open({ id: accountId }, { twoFactorDone: true })).split(';')[0] ?? '';
  const manager = await world.asStaff('manager');

  const first = await open();
  expect(await sessions.read(first)).not.toBeNull();
  await manager.partners.changeStatus({ id: partnerId, to: 'suspended', reason: 'Complaint' });
  expect(await sessions.read(first)).toBeNull();

  const second = await open();
  await manager.partners.changeStatus({ id: partnerId, to: 'terminated', reason: 'Fraud' });
  expect(await sessions.read(second)).toBeNull();
  const [left] = await world.owner`select count(*)::int as n from sessions where partner_id = ${partnerId}`;
  expect(left?.n).toBe(0);
  await expect(
    manager.partners.changeStatus({ id: partnerId, to: 'active', reason: 'Cleared' }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
  });
});

test('staff cannot activate a partner that has not accepted the agreement, nor end one without a reason', async () => {
  const id = await apply();
  const manager = await world.asStaff('manager');
  await manager.applications.approve({ partnerId: id });
  await expect(manager.partners.changeStatus({ id, to: 'active', reason: 'Soon' })).rejects.toThrow(
    /accepts the agreement/,
  );
  for (const to of ['terminated', 'suspended', 'inactive'] as const) {
    await expect(manager.partners.changeStatus({ id, to, reason: ' ' })).rejects.toThrow(/reason/);
  }
});

test('an id that does not exist answers NOT_FOUND everywhere', async () => {
  const manager = await world.asStaff('manager');
  const now = world.clock.now();
  const id = newId('partner', now);
  const expiresAt = new Date('2030-01-01');
  const credential = { kind: 'rera', number: '1', authority: 'A', region: 'IN', expiresAt };
  const nowhere = { engagementId: newId('engagement', now), version: 1, reason: 'X' };
  const calls = [
    manager.partners.get({ id }),
    manager.partners.update({ id, name: 'X' }),
    manager.partners.changeStatus({ id, to: 'inactive', reason: 'X' }),
    manager.partners.delete({ id, reason: 'X' }),
    manager.partners.resendInvitation({ id }),
    manager.partners.addEngagement({ partnerId: id, partnerTypeCode: 'affiliate', regions: ['US'] }),
    manager.partners.addCredential({ partnerId: id, ...credential }),
    manager.partners.verifyCredential({ credentialId: newId('credential', now) }),
    manager.partners.updateTerms({ ...nowhere, name: 'X', terms: null }),
    manager.partners.changeRegions({ ...nowhere, regions: ['US'] }),
    manager.partners.endEngagement(nowhere),
    manager.applications.get({ partnerId: id }),
    manager.applications.approve({ partnerId: id }),
    manager.applications.reject({ partnerId: id, reason: 'X' }),
  ];
  const answers = await Promise.allSettled<unknown>(calls);
  for (const answer of answers) expect(answer).toMatchObject({ reason: { code: 'NOT_FOUND' } });
});

test('a partner works in a type once; a second type is a second engagement', async () => {
  const id = await apply();
  const manager = await world.asStaff('manager');
  await manager.partners.addEngagement({ partnerId: id, partnerTypeCode: 'rera_agent', regions: ['IN'] });
  await expect(
    manager.partners.addEngagement({ partnerId: id, partnerTypeCode: 'rera_agent', regions: ['IN'] }),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
  const { engagements } = await manager.partners.get({ id });
  expect(engagements.map((row) => row.partnerTypeCode)).toEqual(['broker', 'rera_agent']);
});

test('a credential is verified once, and never after it expired', async () => {
  const { partnerId } = await givenActivePartner(world, { email: 'licensed@partner.test' });
  const manager = await world.asStaff('manager');
  const base = { partnerId, kind: 'rera', number: 'A-1', authority: 'MahaRERA', region: 'IN' };
  const good = await manager.partners.addCredential({ ...base, expiresAt: new Date('2027-01-01') });
  const old = await manager.partners.addCredential({ ...base, expiresAt: new Date('2020-01-01') });
  const answers = await Promise.allSettled(
    [1, 2].map(() => manager.partners.verifyCredential({ credentialId: good.id })),
  );
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  await expect(manager.partners.verifyCredential({ credentialId: old.id })).rejects.toThrow(/expired/);
  const { credentials } = await manager.partners.get({ id: partnerId });
  expect(credentials).toMatchObject([
    { id: old.id, status: 'expired', verifiedByName: null },
    { id: good.id, status: 'verified', verifiedByName: 'manager person' },
  ]);
});

test('an update that changes nothing leaves no trace, and an empty field empties', async () => {
  const id = await apply();
  const manager = await world.asStaff('manager');
  await manager.partners.update({ id, contactName: 'Ravi Iyer' });
  expect((await manager.partners.get({ id })).timeline).toHaveLength(1);
  await manager.partners.update({ id, internalNotes: 'Call first', city: 'Dubai', capacity: 3 });
  await manager.partners.update({ id, city: '', capacity: null });
  const detail = await manager.partners.get({ id });
  expect(detail).toMatchObject({ city: null, capacity: null, internalNotes: 'Call first' });
  expect(detail.timeline.at(-1)?.fields.sort()).toEqual(['capacity', 'city']);
});

test('an invitation is sent again only where somebody can still accept it', async () => {
  const manager = await world.asStaff('manager');
  const pending = await apply();
  await expect(manager.partners.resendInvitation({ id: pending })).rejects.toThrow(/invited or approved/);
  const approved = await givenActivePartner(world, { status: 'approved' });
  await expect(manager.partners.resendInvitation({ id: approved.partnerId })).rejects.toThrow(/can sign in/);
  await manager.applications.approve({ partnerId: pending });
  await world.owner`update partners set email = null, email_normalised = null where id = ${pending}`;
  await expect(manager.partners.resendInvitation({ id: pending })).rejects.toThrow(/no e-mail address/);
  await world.settle();
});

test('a partner that returns from a pause keeps its code and gets no second welcome', async () => {
  const { partnerId, email, code } = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  await manager.partners.changeStatus({ id: partnerId, to: 'inactive', reason: 'Summer' });
  await manager.partners.changeStatus({ id: partnerId, to: 'active', reason: 'Cleared' });
  await world.settle();
  expect(await manager.partners.get({ id: partnerId })).toMatchObject({ status: 'active', code });
  expect(await world.mailsTo(email)).toEqual([]);
});

test('an event delivered twice sends one mail, and its link keeps working', async () => {
  const email = 'again@partner.test';
  const partnerId = await apply({ email });
  await (await world.asStaff('manager')).applications.approve({ partnerId });
  await world.settle();
  const token = await world.linkSecret(email, '/invitation/');
  await world.owner`update relay_cursor set xid = '0', outbox_id = 0`;
  await world.settle();
  expect((await world.mailsTo(email)).map((mail) => mail.template).sort()).toEqual([
    'application-received',
    'confirm-application',
    'partner-approved',
  ]);
  await expect(world.visitor('partner').invitations.read({ token })).resolves.toMatchObject({ email });
});

test('the queue pages oldest first and holds each application once', async () => {
  const manager = await world.asStaff('manager');
  const whole = (await manager.applications.list({ limit: 100 })).rows.map((row) => row.id);
  expect(whole.length).toBeGreaterThan(3);
  const pieces: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof manager.applications.list>> = await manager.applications.list({
      limit: 2,
      cursor,
    });
    pieces.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(pieces).toEqual(whole);
});
