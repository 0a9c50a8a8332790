import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenConsent, givenLead } from '../../../test/given/clients.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { referralForm } from '../../../test/given/referrals.ts';
import { World } from '../../../test/given/world.ts';
import { jobHandlers } from '../../jobs/registry.ts';
import { addDays } from '../../shared/clock.ts';
import { newId } from '../../shared/id.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** Writes and publishes the next version. */
async function publish(options: { graceDays?: number; countsFrom?: Date; types?: string[] } = {}) {
  const admin = await world.asStaff('admin');
  const { id } = await admin.agreements.saveDraft({
    title: 'Partnership agreement',
    body: `Written at ${world.clock.now().toISOString()}.\n\n1. **Clients** come first.`,
    partnerTypeCodes: options.types ?? [],
    basedOn: null,
  });
  const { hash, version } = await admin.agreements.get({ id });
  const publication = {
    id,
    hash,
    countsFrom: options.countsFrom ?? world.clock.now(),
    graceDays: options.graceDays ?? 14,
  };
  await admin.agreements.publish(publication);
  await world.settle();
  return { id, version, publication };
}

async function aPartner(type = 'broker') {
  world.clock.advanceMinutes(1);
  const partner = await givenActivePartner(world, { type });
  const portal = await world.asPartner(partner.email);
  // Whoever comes now accepts what is in force now.
  const { agreement } = await portal.onboarding.state();
  await portal.onboarding.acceptAgreement({ agreementId: agreement.id });
  return { ...partner, portal };
}

test('a new version is announced, due through its grace, and stops shares and referrals with the reason after it', async () => {
  const partner = await aPartner();
  const { id, version } = await publish({ graceDays: 14 });
  const mails = await world.mailsTo(partner.email);
  expect(mails.find(({ template }) => template === 'agreement-published')).toMatchObject({
    subject: `Version ${version} of the agreement with Harbour Care`,
  });

  const coordinator = await world.asStaff('coordinator');
  const { clientId } = await givenClient(world, {});
  await givenConsent(world, clientId, { scope: 'requirements', recipient: 'broker' });
  const leadId = await givenLead(world, clientId, {});
  const candidate = async () =>
    (await coordinator.shares.candidates({ leadId })).find(
      ({ partnerId }) => partnerId === partner.partnerId,
    );
  expect((await partner.portal.onboarding.standing()).state).toBe('due');
  expect((await candidate())?.obstacles).not.toContain('agreement_overdue');

  world.clock.advanceDays(14);
  expect(await partner.portal.onboarding.standing()).toMatchObject({
    state: 'overdue',
    blocked: true,
    version,
  });
  expect((await candidate())?.obstacles).toContain('agreement_overdue');
  const share = {
    leadId,
    partnerId: partner.partnerId,
    engagementId: partner.engagementId,
    ticks: { contact: false, budget: false, requirements: true },
  };
  await expect(coordinator.shares.create(share)).rejects.toThrow(/not accepted version .* of the agreement/);
  await expect(partner.portal.referrals.submit(referralForm(partner.engagementId))).rejects.toThrow(
    /agreement has to be accepted first/,
  );
  await expect(partner.portal.links.create({ campaign: 'autumn' })).rejects.toThrow(/accepted first/);
  // What there is stays readable.
  expect(await partner.portal.referrals.mine({})).toMatchObject({ rows: [] });
  expect((await partner.portal.onboarding.state()).acceptances.length).toBeGreaterThan(0);

  await partner.portal.onboarding.acceptAgreement({ agreementId: id });
  expect(await partner.portal.onboarding.standing()).toMatchObject({ state: 'current', blocked: false });
  await expect(coordinator.shares.create(share)).resolves.toHaveProperty('id');
  await expect(partner.portal.referrals.submit(referralForm(partner.engagementId))).resolves.toHaveProperty(
    'id',
  );
});

test('a new version is in the inbox and the mailbox of each person of the partners it is meant for, once, and of nobody else', async () => {
  const concerned = await aPartner('affiliate');
  const accountId = newId('account', world.clock.now());
  await world.owner`insert into accounts
    (id, audience, email, email_normalised, name, partner_id, partner_role, email_verified_at, created_at)
    values (${accountId}, 'partner', 'member@meant.test', 'member@meant.test', 'Mia Member',
      ${concerned.partnerId}, 'member', ${world.clock.now()}, ${world.clock.now()})`;
  const unconcerned = await aPartner('broker');
  const gone = await aPartner('affiliate');
  await (await world.asStaff('admin')).partners.changeStatus({
    id: gone.partnerId,
    to: 'terminated',
    reason: 'Ended',
  });
  const { id, version } = await publish({ types: ['affiliate'] });
  const [event] = await world.owner<{ id: string; occurred_at: Date; request_id: string }[]>`
    select id::text, occurred_at, request_id from outbox where type = 'agreement.published' and subject_id = ${id}`;
  const again = {
    id: event?.id ?? '',
    type: 'agreement.published',
    subjectId: id,
    payload: {},
    occurredAt: event?.occurred_at ?? world.clock.now(),
    requestId: event?.request_id ?? '',
  };
  for (const job of jobHandlers.filter(({ on }) => on.includes(again.type))) {
    await Promise.all([1, 2, 3].map(() => job.run(world.system, again)));
  }

  const changedIn = async (email: string) =>
    (await (await world.asPartner(email)).inbox.list({})).rows.filter(
      ({ kind }) => kind === 'agreement_changed',
    );
  const mailsAbout = async (email: string) =>
    (await world.mailsTo(email)).filter(({ subject }) => subject.includes(`Version ${version} `));
  for (const email of [concerned.email, 'member@meant.test']) {
    const told = await changedIn(email);
    expect(told.filter(({ detail }) => detail?.includes(`Version ${version}`))).toMatchObject([
      { title: 'The agreement has a new version', href: '/agreement' },
    ]);
    expect(await mailsAbout(email)).toMatchObject([{ template: 'agreement-published' }]);
  }
  for (const { email } of [unconcerned, gone]) {
    expect(await mailsAbout(email)).toEqual([]);
    const rows = await world.owner`select n.id from notifications n join accounts a on a.id = n.account_id
      where a.email = ${email} and n.subject_id = ${id}`;
    expect(rows).toEqual([]);
  }
});

test('accepting a version twice at once leaves one acceptance with name, role and hash of that moment', async () => {
  const partner = await aPartner();
  const { id } = await publish();
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => partner.portal.onboarding.acceptAgreement({ agreementId: id })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['active']));
  const rows = await world.owner`
    select c.accepted_by_name, c.accepted_by_role, c.hash = a.hash as same
    from agreement_acceptances c join agreements a on a.id = c.agreement_id
    where c.partner_id = ${partner.partnerId} and c.agreement_id = ${id}`;
  expect(rows).toEqual([
    { accepted_by_name: `${partner.name} owner`, accepted_by_role: 'owner', same: true },
  ]);
  const [events] = await world.owner`
    select count(*)::int as n from outbox
    where type = 'partner.agreement_accepted' and subject_id = ${partner.partnerId} and payload->>'agreementId' = ${id}`;
  expect(events?.n).toBe(1);
});

test('a version published while the old one is being accepted leaves the new one owed, whoever was first', async () => {
  for (let round = 0; round < 5; round++) {
    const partner = await aPartner();
    const { id: old } = await publish();
    const [accepted, published] = await Promise.allSettled([
      partner.portal.onboarding.acceptAgreement({ agreementId: old }),
      publish({ graceDays: 1 }),
    ]);
    if (published.status === 'rejected') throw published.reason;
    if (accepted.status === 'rejected') expect(String(accepted.reason)).toMatch(/newer version/);
    const { agreement, standing } = await partner.portal.onboarding.state();
    expect(agreement.id).toBe(published.value.id);
    expect(standing.state).toBe('due');
  }
});

test('of several people who publish the same draft one does, and a draft that changed meanwhile is not published', async () => {
  const admin = await world.asStaff('admin');
  const text = { title: 'Agreement', body: 'One.', partnerTypeCodes: [] };
  const { id } = await admin.agreements.saveDraft({ ...text, basedOn: null });
  const { hash } = await admin.agreements.get({ id });
  await admin.agreements.saveDraft({ ...text, body: 'Two.', basedOn: hash });
  const input = { id, hash, countsFrom: world.clock.now(), graceDays: 3 };
  await expect(admin.agreements.publish(input)).rejects.toThrow(/Somebody else changed/);
  await expect(admin.agreements.saveDraft({ ...text, basedOn: hash })).rejects.toThrow(
    /Somebody else changed/,
  );
  const now = await admin.agreements.get({ id });
  expect(now.changes?.parts.some(({ kind }) => kind === 'added')).toBe(true);
  const answers = await Promise.allSettled(
    [1, 2, 3, 4].map(() => admin.agreements.publish({ ...input, hash: now.hash })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('two people who start the next version at once: one draft, and the other hears of it', async () => {
  const admin = await world.asStaff('admin');
  const draft = { title: 'Agreement', body: 'Draft.', partnerTypeCodes: [], basedOn: null };
  const answers = await Promise.allSettled([1, 2, 3].map(() => admin.agreements.saveDraft(draft)));
  const [saved, ...more] = answers.filter((answer) => answer.status === 'fulfilled');
  expect(more).toEqual([]);
  if (saved) await admin.agreements.discardDraft(saved.value);
});

test('a published version and an acceptance never change, and partners do not see drafts', async () => {
  const { id } = await publish();
  const partner = await aPartner();
  const admin = await world.asStaff('admin');
  const draft = await admin.agreements.saveDraft({
    title: 'Secret',
    body: 'Not yet.',
    partnerTypeCodes: [],
    basedOn: null,
  });
  await expect(admin.agreements.discardDraft({ id })).rejects.toThrow(/does not exist/);
  await expect(world.owner`update agreements set body = 'x' where id = ${id}`).rejects.toThrow(/append-only/);
  await expect(
    world.db.scoped({ audience: 'staff' }, (tx) =>
      tx.execute('update agreement_acceptances set hash = $$x$$'),
    ),
  ).rejects.toThrow();
  await expect(partner.portal.onboarding.acceptAgreement({ agreementId: draft.id })).rejects.toThrow(/newer/);
  await admin.agreements.discardDraft(draft);
});

test('a version for one type concerns only partners of that type, and one that counts later can be accepted ahead', async () => {
  const lender = await aPartner('lender');
  const broker = await aPartner('broker');
  const countsFrom = addDays(world.clock.now(), 10);
  const { id, version } = await publish({ types: ['lender'], countsFrom, graceDays: 0 });
  expect((await broker.portal.onboarding.standing()).upcoming).toBeNull();
  expect(await lender.portal.onboarding.standing()).toMatchObject({
    state: 'current',
    upcoming: { version, countsFrom },
  });
  await lender.portal.onboarding.acceptAgreement({ agreementId: id });
  world.clock.advanceDays(10);
  expect((await lender.portal.onboarding.standing()).state).toBe('current');
  expect((await broker.portal.onboarding.standing()).state).toBe('current');
});

test('the copy belongs to the partner that accepted: its own for it, every one for staff, none for others', async () => {
  const partner = await aPartner();
  const other = await aPartner();
  const { id } = await publish();
  await partner.portal.onboarding.acceptAgreement({ agreementId: id });
  const copy = await partner.portal.onboarding.agreementCopy({ agreementId: id });
  expect(Buffer.from(copy.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  await expect(other.portal.onboarding.agreementCopy({ agreementId: id })).rejects.toThrow(/does not exist/);
  const auditor = await world.asStaff('auditor');
  expect(await auditor.agreements.copy({ partnerId: partner.partnerId, agreementId: id })).toEqual(copy);
  const { owing, accepted, meantFor } = await auditor.agreements.get({ id });
  expect(owing.map(({ partnerId }) => partnerId)).toContain(other.partnerId);
  expect(owing.map(({ partnerId }) => partnerId)).not.toContain(partner.partnerId);
  expect(meantFor - accepted).toBe(owing.length);
});
