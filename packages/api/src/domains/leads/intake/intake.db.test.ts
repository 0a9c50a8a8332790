import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { givenClient, givenConsent } from '../../../../test/given/clients.ts';
import { runOvertaken } from '../../../../test/given/overtaken.ts';
import { type GivenPartner, givenActivePartner } from '../../../../test/given/partners.ts';
import { givenReferral, nothingAllowed, wishes } from '../../../../test/given/referrals.ts';
import { World } from '../../../../test/given/world.ts';
import { inScope } from '../../../platform/context.ts';
import type { consentChoicesInput } from '../../../shared/consent-shapes.ts';
import { newCode } from '../../../shared/id.ts';
import { changeAddress } from '../../clients/index.ts';
import { grantConsents } from '../../consent/index.ts';

let world: World;
let anna: GivenPartner;

beforeAll(async () => {
  world = await World.open();
  anna = await givenActivePartner(world, { name: 'Anna Brokers' });
});
afterAll(() => world.close());

const site = () => world.visitor('patient');
const referralRow = async (id: string) => {
  const [row] = await world.owner`select * from partner_referrals where id = ${id}`;
  return row;
};
const referralBy = async (email: string) => {
  const [row] = await world.owner`select * from partner_referrals where client_email = ${email}`;
  return row;
};
const leadsOf = async (referralId: string) =>
  world.owner`select * from leads where partner_referral_id = ${referralId}`;
const consentsOf = async (clientId: string) =>
  world.owner`select purpose, recipient_kind, recipient, scope, decision, channel, evidence, wording_version
    from consents where client_id = ${clientId} order by seq`;

/** Referred and confirmed: the form is open. */
async function openForm(over: object = {}) {
  const referral = await givenReferral(world, anna, over);
  const { intakeToken } = await site().referrals.confirm({ token: referral.token });
  return { ...referral, token: intakeToken ?? '' };
}

test('the form starts with what is known and offers no kind of partner more than it may ever get', async () => {
  const { token, clientEmail } = await openForm({ details: { place: 'Dubai Marina' } });
  const form = await site().referrals.readIntake({ token });
  expect(form).toMatchObject({
    done: false,
    partnerName: 'Anna Brokers',
    organisationName: 'Harbour Care',
    currency: 'USD',
    known: { name: 'Carla Client', email: clientEmail, place: 'Dubai Marina', propertyType: null },
  });
  const offered = new Map(form.recipients.map((recipient) => [recipient.code, recipient.scopes]));
  expect(offered.get('service_provider')).toEqual(['contact', 'requirements']);
  expect(offered.has('affiliate')).toBe(false);
});

test('a filled form makes a client with a proved address, a lead and exactly the ticked consents', async () => {
  const { id, token, clientEmail } = await openForm();
  await site().referrals.submitIntake({
    ...wishes,
    token,
    consents: {
      reportToReferrer: true,
      shareWith: [
        { recipientClass: 'broker', scopes: ['contact', 'budget'] },
        { recipientClass: 'lender', scopes: [] },
      ],
    },
  });
  const referral = await referralRow(id);
  const [lead] = await leadsOf(id);
  expect(lead).toMatchObject({
    id: referral?.lead_id,
    client_id: referral?.client_id,
    status: 'new',
    place: 'Dubai Marina',
    budget_min_minor: '5000000',
    currency: 'USD',
  });
  const [client] = await world.owner`select * from clients where id = ${referral?.client_id}`;
  expect(client).toMatchObject({ email_normalised: clientEmail, email_verified_at: world.clock.now() });
  const common = { decision: 'granted', channel: 'web_form', evidence: id, wording_version: '2026-1' };
  expect(await consentsOf(referral?.client_id)).toEqual([
    {
      ...common,
      purpose: 'referral_report',
      recipient_kind: 'partner',
      recipient: anna.partnerId,
      scope: 'report_to_referrer',
    },
    { ...common, purpose: 'lead_sharing', recipient_kind: 'class', recipient: 'broker', scope: 'contact' },
    { ...common, purpose: 'lead_sharing', recipient_kind: 'class', recipient: 'broker', scope: 'budget' },
  ]);
});

test('a form without ticks leaves no line in the consent log', async () => {
  const { id, token } = await openForm();
  await site().referrals.submitIntake({ ...wishes, token });
  expect(await consentsOf((await referralRow(id))?.client_id)).toEqual([]);
});

test('more than a kind of partner may ever get, or a kind we do not have, is refused as a whole', async () => {
  const { id, token } = await openForm();
  for (const recipient of [
    { recipientClass: 'service_provider', scopes: ['budget' as const] },
    { recipientClass: 'nobody', scopes: ['contact' as const] },
  ]) {
    const form = { ...wishes, token, consents: { reportToReferrer: false, shareWith: [recipient] } };
    await expect(site().referrals.submitIntake(form)).rejects.toThrow(/not offered/);
  }
  expect(await leadsOf(id)).toHaveLength(0);
  await site().referrals.submitIntake({ ...wishes, token });
  expect(await leadsOf(id)).toHaveLength(1);
});

test('sending the same form many times at once makes one lead, and every sender gets the same answer', async () => {
  const { id, token } = await openForm();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => site().referrals.submitIntake({ ...wishes, token })),
  );
  expect(answers).toEqual(Array.from({ length: 8 }, () => ({ received: true })));
  expect(await leadsOf(id)).toHaveLength(1);
  expect((await site().referrals.readIntake({ token })).done).toBe(true);
});

test('a person we know joins its own record: what we knew stays, gaps are filled', async () => {
  const known = await givenClient(world, { name: 'Known Person', email: 'known@client.test' });
  const { id, token } = await openForm({ clientEmail: 'Known@client.test' });
  await site().referrals.submitIntake({ ...wishes, token, name: 'Another Name', phone: '+971 50 111 2222' });
  expect((await referralRow(id))?.client_id).toBe(known.clientId);
  const [client] = await world.owner`select * from clients where id = ${known.clientId}`;
  expect(client).toMatchObject({ name: 'Known Person', phone: '+971 50 111 2222' });
});

test('the client gets its own link to look at and take back what it allowed, without an account', async () => {
  const { token, clientEmail, id } = await openForm();
  await site().referrals.submitIntake({
    ...wishes,
    token,
    consents: { reportToReferrer: false, shareWith: [{ recipientClass: 'broker', scopes: ['contact'] }] },
  });
  await world.settle();
  const link = await world.linkSecret(clientEmail, '/consent/');
  const [granted] = (await site().consents.byLink({ token: link })).current;
  expect(granted).toMatchObject({ recipientName: 'Broker', scope: 'contact', decision: 'granted' });
  const key = {
    purpose: 'lead_sharing',
    recipientKind: 'class',
    recipient: 'broker',
    scope: 'contact',
  } as const;
  for (const decision of ['withdrawn', 'granted', 'withdrawn'] as const) {
    await site().consents.changeByLink({ token: link, ...key, decision });
  }
  expect((await site().consents.byLink({ token: link })).current[0]?.decision).toBe('withdrawn');
  const [event] = await world.owner`
    select payload from outbox where type = 'consent.withdrawn' order by id desc limit 1`;
  expect(event?.payload).toEqual({ clientId: (await referralRow(id))?.client_id, ...key });
});

test('a link that was on its way when the address changed goes to the new one only', async () => {
  const { token, clientEmail, id } = await openForm();
  await site().referrals.submitIntake({ ...wishes, token });
  const moved = { email: 'moved@client.test', emailNormalised: 'moved@client.test' };
  const clientId = (await referralRow(id))?.client_id;
  await expect(
    runOvertaken(world, 'intake.tell-what-was-allowed', () =>
      inScope(world.system, (tx) => changeAddress(tx, world.system, clientId, moved)),
    ),
  ).rejects.toThrow(/meanwhile/);
  await world.settle();
  await expect(world.linkSecret(clientEmail, '/consent/')).rejects.toThrow(/no mail/);
  await world.linkSecret(moved.email, '/consent/');
});

test('by a partner link: lead at once, and the mail asks to prove the address', async () => {
  const email = 'walk-in@client.test';
  expect(await site().referrals.readLink({ code: anna.code })).toMatchObject({
    partnerName: 'Anna Brokers',
    partnerTypeName: 'Broker',
    organisationName: 'Harbour Care',
  });
  await site().referrals.submitByLink({ ...wishes, code: anna.code, email });
  await world.settle();
  const referral = await referralBy(email);
  expect(referral).toMatchObject({ status: 'intake', partner_id: anna.partnerId, confirmed_at: null });
  expect(await leadsOf(referral?.id)).toHaveLength(1);
  const token = await world.linkSecret(email, '/confirm/');
  expect(await site().referrals.readConfirmation({ token })).toMatchObject({ state: 'open', byLink: true });
  expect(await site().referrals.confirm({ token })).toEqual({ intakeToken: null });
  const [client] = await world.owner`select * from clients where id = ${referral?.client_id}`;
  expect(client).toMatchObject({ email_normalised: email, email_verified_at: world.clock.now() });
  expect(
    (await (await world.asPartner(anna.email)).referrals.mineDetail({ id: referral?.id })).steps,
  ).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'form_filled', done: true })]));
});

type Choices = z.input<typeof consentChoicesInput>;

/** What a form by link allows in these tests. */
const allowed: Choices = {
  reportToReferrer: true,
  shareWith: [{ recipientClass: 'broker', scopes: ['contact', 'budget'] }],
};

/** Came by Anna's link and sent the form; the mail is out. */
async function comeByLink(email: string, consents = allowed) {
  await site().referrals.submitByLink({ ...wishes, code: anna.code, email, consents });
  await world.settle();
  const referral = await referralBy(email);
  return {
    referralId: referral?.id as string,
    clientId: referral?.client_id as string,
    leadId: referral?.lead_id as string,
    token: await world.linkSecret(email, '/confirm/'),
  };
}

const granted = (rows: Awaited<ReturnType<typeof consentsOf>>) =>
  rows.filter(({ decision }) => decision === 'granted').map(({ recipient, scope }) => [recipient, scope]);

test('what was ticked on a form by link allows nothing before the address is confirmed', async () => {
  const broker = await givenActivePartner(world);
  const { referralId, clientId, leadId } = await comeByLink('typed-by-anybody@client.test');
  expect(await consentsOf(clientId)).toEqual([]);
  const coordinator = await world.asStaff('coordinator');
  const lead = await coordinator.leads.get({ id: leadId });
  expect(lead).toMatchObject({ consents: [], client: { emailVerifiedAt: null } });
  expect(lead.waitingConsents.map(({ recipientName, scope }) => [recipientName, scope])).toEqual([
    ['Anna Brokers', 'report_to_referrer'],
    ['Broker', 'contact'],
    ['Broker', 'budget'],
  ]);
  // Not even with a consent that staff wrote down: the voice on the phone proves no address.
  await coordinator.consents.record({
    clientId,
    purpose: 'lead_sharing',
    recipientKind: 'class',
    recipient: 'broker',
    scopes: ['contact'],
    decision: 'granted',
    channel: 'phone',
    evidence: 'Called on Monday',
  });
  const { partnerId, engagementId } = broker;
  const share = {
    leadId,
    partnerId,
    engagementId,
    ticks: { contact: true, budget: false, requirements: false },
  };
  for (const refused of [
    () => coordinator.shares.candidates({ leadId }),
    () => coordinator.shares.preview(share),
    () => coordinator.shares.create(share),
  ]) {
    await expect(refused()).rejects.toThrow(/has not confirmed the address yet.*press Confirm/);
  }
  await world.owner`update partner_referrals set status = 'converted' where id = ${referralId}`;
  const seen = await (await world.asPartner(anna.email)).referrals.mineDetail({ id: referralId });
  expect(seen).toMatchObject({ status: 'accepted', outcomeVisible: false });
});

test('the page behind the mail shows what was ticked, and what is confirmed there is what counts', async () => {
  const { referralId, clientId, leadId, token } = await comeByLink('decides@client.test');
  const { state, choices } = await site().referrals.readConfirmation({ token });
  expect(state).toBe('open');
  expect(choices).toMatchObject({ ticked: allowed, reportOffered: true, someTakenBack: false });
  const offered = choices?.recipients.map(({ code }) => code);
  expect(offered).toContain('developer');
  // Works elsewhere only.
  expect(offered).not.toContain('attorney');
  world.clock.advanceMinutes(1);
  const consents: Choices = {
    reportToReferrer: false,
    shareWith: [
      { recipientClass: 'broker', scopes: ['budget'] },
      { recipientClass: 'developer', scopes: ['requirements'] },
    ],
  };
  expect(await site().referrals.confirm({ token, consents })).toEqual({ intakeToken: null });
  const common = {
    decision: 'granted',
    channel: 'web_form',
    evidence: referralId,
    wording_version: '2026-1',
  };
  const share = { ...common, purpose: 'lead_sharing', recipient_kind: 'class' };
  expect(await consentsOf(clientId)).toEqual([
    { ...share, recipient: 'broker', scope: 'budget' },
    { ...share, recipient: 'developer', scope: 'requirements' },
  ]);
  const [line] = await world.owner`select occurred_at from consents where client_id = ${clientId}`;
  expect(line?.occurred_at).toEqual(world.clock.now());
  const coordinator = await world.asStaff('coordinator');
  const lead = await coordinator.leads.get({ id: leadId });
  expect(lead).toMatchObject({ waitingConsents: [], client: { emailVerifiedAt: world.clock.now() } });
  expect((await site().referrals.readConfirmation({ token })).choices).toBeNull();
  const candidates = await coordinator.shares.candidates({ leadId });
  expect(candidates.find(({ partnerId }) => partnerId === anna.partnerId)).toMatchObject({
    eligible: true,
    consented: ['budget'],
  });
});

test('confirmed without a word about the choices, nothing of them is allowed', async () => {
  const { clientId, token } = await comeByLink('silent@client.test');
  await site().referrals.confirm({ token });
  expect(await consentsOf(clientId)).toEqual([]);
});

test('more than is offered is refused when it is ticked and when it is confirmed, and the link still works', async () => {
  const tooMuch: Choices = {
    reportToReferrer: false,
    shareWith: [{ recipientClass: 'service_provider', scopes: ['budget'] }],
  };
  const form = { ...wishes, code: anna.code, email: 'greedy@client.test', consents: tooMuch };
  await expect(site().referrals.submitByLink(form)).rejects.toThrow(/not offered/);
  const { clientId, token } = await comeByLink('greedy@client.test');
  await expect(site().referrals.confirm({ token, consents: tooMuch })).rejects.toThrow(/not offered/);
  expect(await consentsOf(clientId)).toEqual([]);
  await site().referrals.confirm({ token, consents: allowed });
  expect(granted(await consentsOf(clientId))).toHaveLength(3);
});

test('what a person took back after a form was sent stays taken back, for a partner and for its kind', async () => {
  const owner = await givenClient(world, { email: 'later@client.test', account: true });
  const portal = await world.asPatient(owner.email);
  const toBrokers = { purpose: 'lead_sharing', recipientKind: 'class', recipient: 'broker' } as const;
  // Taken back before the form, and so long before that it is no answer to it.
  await portal.consents.change({ ...toBrokers, scope: 'requirements', decision: 'granted' });
  await portal.consents.change({ ...toBrokers, scope: 'requirements', decision: 'withdrawn' });
  await portal.consents.change({ ...toBrokers, scope: 'contact', decision: 'granted' });
  world.clock.advanceDays(1);
  const everything: Choices = {
    reportToReferrer: true,
    shareWith: [{ recipientClass: 'broker', scopes: ['contact', 'budget', 'requirements'] }],
  };
  const { token } = await comeByLink(owner.email, everything);
  world.clock.advanceDays(1);
  await portal.consents.change({ ...toBrokers, scope: 'contact', decision: 'withdrawn' });
  await portal.consents.change({
    ...toBrokers,
    purpose: 'referral_report',
    scope: 'report_to_referrer',
    decision: 'withdrawn',
  });
  world.clock.advanceDays(1);

  const { choices } = await site().referrals.readConfirmation({ token });
  expect(choices).toMatchObject({
    reportOffered: false,
    someTakenBack: true,
    ticked: {
      reportToReferrer: false,
      shareWith: [{ recipientClass: 'broker', scopes: ['budget', 'requirements'] }],
    },
  });
  expect(choices?.recipients.find(({ code }) => code === 'broker')?.scopes).not.toContain('contact');
  // A page that was opened before the withdrawal still sends all of it.
  await site().referrals.confirm({ token, consents: everything });
  const current = await portal.consents.mine();
  expect(current.filter(({ decision }) => decision === 'granted').map(({ scope }) => scope)).toEqual([
    'budget',
    'requirements',
  ]);
  expect(current.filter(({ decision }) => decision === 'withdrawn').map(({ scope }) => scope)).toEqual([
    'contact',
    'report_to_referrer',
  ]);
});

/** Something that others wait for. */
function moment() {
  let come = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come: () => come() };
}

test('confirming a form while the same is being taken back: what was taken back stays so', async () => {
  const owner = await givenClient(world, { email: 'at-once@client.test', account: true });
  const key = {
    purpose: 'lead_sharing',
    recipientKind: 'class',
    recipient: 'broker',
    scope: 'contact',
  } as const;
  await givenConsent(world, owner.clientId, key);
  const { token } = await comeByLink(owner.email);
  world.clock.advanceMinutes(1);
  const written = moment();
  const committing = moment();
  const takingBack = inScope(world.system, async (tx) => {
    const decision = { ...key, clientId: owner.clientId, decision: 'withdrawn', channel: 'phone' } as const;
    await grantConsents(tx, world.system, [{ ...decision, evidence: 'Called' }]);
    written.come();
    await committing.came;
  });
  await written.came;
  const confirming = site().referrals.confirm({ token, consents: allowed });
  // Time enough to go past the other, if it did not wait.
  await Promise.race([confirming, new Promise((resolve) => setTimeout(resolve, 500))]);
  committing.come();
  await Promise.all([takingBack, confirming]);
  const current = await (await world.asPatient(owner.email)).consents.mine();
  expect(current.find(({ scope }) => scope === 'contact')?.decision).toBe('withdrawn');
  expect(current.find(({ scope }) => scope === 'budget')?.decision).toBe('granted');
});

test('a form with the address of somebody we know touches nothing of theirs until they confirm', async () => {
  const owner = await givenClient(world, { name: 'Real Owner', email: 'owner@client.test' });
  await givenConsent(world, owner.clientId, { scope: 'requirements', recipient: 'developer' });
  const own = await consentsOf(owner.clientId);
  const consents: Choices = {
    reportToReferrer: true,
    shareWith: [{ recipientClass: 'broker', scopes: ['contact'] }],
  };
  const typed = { name: 'Typed', email: 'owner@client.test', phone: '+971 50 666 6666' };
  const form = { ...wishes, ...typed, code: anna.code, consents };
  expect(await site().referrals.submitByLink(form)).toEqual({ received: true });
  await world.settle();
  const before = await referralBy('owner@client.test');
  expect(before?.client_id).not.toBe(owner.clientId);
  expect(await consentsOf(owner.clientId)).toEqual(own);

  const token = await world.linkSecret('owner@client.test', '/confirm/');
  await site().referrals.confirm({ token, consents });
  await world.settle();
  const after = await referralRow(before?.id);
  expect(after?.client_id).toBe(owner.clientId);
  expect((await leadsOf(before?.id))[0]?.client_id).toBe(owner.clientId);
  expect((await consentsOf(owner.clientId)).map((row) => row.scope)).toEqual([
    'requirements',
    'report_to_referrer',
    'contact',
  ]);
  // Whoever filled the form need not have been the owner: what else they typed stays with the form.
  expect(after?.client_phone).toMatch(/666/);
  const [kept] = await world.owner`select name, phone from clients where id = ${owner.clientId}`;
  expect(kept).toEqual({ name: 'Real Owner', phone: null });
  const [emptied] = await world.owner`select * from clients where id = ${before?.client_id}`;
  expect(emptied).toMatchObject({ email: null, phone: null, name: 'Removed' });
});

test('somebody whose address was typed by another opts out: nothing of the form stays', async () => {
  const email = 'victim@client.test';
  await site().referrals.submitByLink({
    ...wishes,
    code: anna.code,
    email,
    consents: { reportToReferrer: true, shareWith: [{ recipientClass: 'broker', scopes: ['contact'] }] },
  });
  await world.settle();
  const referral = await referralBy(email);
  await site().referrals.optOut({ token: await world.linkSecret(email, '/confirm/') });
  await world.settle();
  const [lead] = await leadsOf(referral?.id);
  expect(lead).toMatchObject({ status: 'closed_by_client', message: null });
  const [client] = await world.owner`select * from clients where id = ${referral?.client_id}`;
  expect(client).toMatchObject({ name: 'Removed', email: null, phone: null });
  expect(await consentsOf(referral?.client_id)).toEqual([]);
  expect((await referralRow(referral?.id))?.consent_choices).toBeNull();
});

test('who opts out after confirming takes back what the form allowed', async () => {
  const { referralId, clientId, leadId, token } = await comeByLink('second-thought@client.test');
  await site().referrals.confirm({ token, consents: allowed });
  await site().referrals.optOut({ token });
  await world.settle();
  expect((await leadsOf(referralId))[0]).toMatchObject({ id: leadId, status: 'closed_by_client' });
  expect((await consentsOf(clientId)).slice(-3).map((row) => row.decision)).toEqual([
    'withdrawn',
    'withdrawn',
    'withdrawn',
  ]);
});

test('a second form for the same address answers the same and makes nothing', async () => {
  const form = { ...wishes, code: anna.code, email: 'again@client.test' };
  for (let round = 0; round < 2; round++) {
    expect(await site().referrals.submitByLink(form)).toEqual({ received: true });
  }
  await world.settle();
  expect(await world.mailsTo('again@client.test')).toHaveLength(1);
  const [clients] =
    await world.owner`select count(*)::int as n from clients where email = 'again@client.test'`;
  expect(clients?.n).toBe(1);
});

test('the link of a partner who is not active, or of nobody, opens no form', async () => {
  const gone = await givenActivePartner(world, { status: 'suspended' });
  for (const code of [gone.code, newCode()]) {
    await expect(site().referrals.readLink({ code })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const form = { ...wishes, code, email: 'late@client.test' };
    await expect(site().referrals.submitByLink(form)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('a form takes no key beyond its own: state, partner and price are not for the sender to say', async () => {
  const { token } = await openForm();
  for (const extra of [{ status: 'converted' }, { partnerId: anna.partnerId }, { score: 99 }]) {
    await expect(
      site().referrals.submitIntake({ ...wishes, token, ...extra } as never),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
  await expect(
    site().referrals.submitIntake({ ...wishes, token, consents: { ...nothingAllowed, all: true } } as never),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
