import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailServer } from '../../../test/given/mail-server.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { givenReferral, givenReferredLead, referralForm, wishes } from '../../../test/given/referrals.ts';
import { World } from '../../../test/given/world.ts';
import { lettersPerRecipient, lettersToStrangers } from '../../auth/throttle.ts';
import { runPeriodic } from '../../jobs/run-pending.ts';

let world: World;
let anna: GivenPartner;
let ben: GivenPartner;

beforeAll(async () => {
  world = await World.open();
  anna = await givenActivePartner(world, { name: 'Anna Brokers', type: 'broker' });
  ben = await givenActivePartner(world, { name: 'Ben Bank', type: 'channel' });
});
afterAll(() => world.close());

const site = () => world.visitor('patient');
const stateOf = async (id: string) => {
  const [row] = await world.owner`select * from partner_referrals where id = ${id}`;
  return row;
};

/** Somebody filled the form by a partner's link; the mail is out. */
async function givenByLink(email: string, partner: GivenPartner) {
  const phone = '+971 50 765 4321';
  await site().referrals.submitByLink({ ...wishes, code: partner.code, email, phone });
  await world.settle();
  const [row] = await world.owner<{ id: string; lead_id: string; client_id: string }[]>`
    select id, lead_id, client_id from partner_referrals
    where client_email = ${email} and partner_id = ${partner.partnerId}`;
  if (!row) throw new Error(`nobody came by link as ${email}`);
  return { ...row, token: await world.linkSecret(email, '/confirm/') };
}

const clientOf = async ({ client_id: id }: { client_id: string }) =>
  (await world.owner`select name, email, phone from clients where id = ${id}`)[0];

const mailsAbout = async (id: string) => [
  ...(await world.owner`select template, to_address, status, html || body as text from messages
    where subject_id = ${id} order by created_at, template`),
];

test('a referral without the ticked box is refused, and the box is the only way in', async () => {
  const portal = await world.asPartner(anna.email);
  const unticked = referralForm(anna.engagementId, { consentObtained: false });
  await expect(portal.referrals.submit(unticked as never)).rejects.toThrow(/Tick the box/);
  const without = { ...referralForm(anna.engagementId), consentObtained: undefined };
  await expect(portal.referrals.submit(without as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('one person can make us write to so many strangers an hour and no more', async () => {
  const { email, engagementId } = await givenActivePartner(world, { type: 'broker' });
  const portal = await world.asPartner(email);
  const submit = () => portal.referrals.submit(referralForm(engagementId));
  for (let n = 0; n < lettersToStrangers.points; n++) await submit();
  await expect(submit()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('what the partner states is kept with its wording and the person who stated it', async () => {
  const { id } = await givenReferral(world, anna);
  expect(await stateOf(id)).toMatchObject({
    status: 'submitted',
    consent_wording_version: '2026-1',
    consent_attested_at: world.clock.now(),
    submitted_by: anna.accountId,
  });
});

test.each([
  ['invited', /once your account/],
  ['pending_review', /once your account/],
  ['approved', /once your account/],
  ['inactive', /resting/],
  ['suspended', /suspended.*contact with us/],
] as const)('a partner who is %s cannot refer, and is told why', async (status, why) => {
  const partner = await givenActivePartner(world, { status });
  const portal = await world.asPartner(partner.email);
  expect((await portal.referrals.form()).refusal).toMatch(why);
  await expect(portal.referrals.submit(referralForm(partner.engagementId))).rejects.toThrow(why);
});

test('the engagement, the answers and the address have to fit the partner', async () => {
  const portal = await world.asPartner(anna.email);
  await expect(portal.referrals.submit(referralForm(ben.engagementId))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const odd = referralForm(anna.engagementId, { details: { propertyType: 'Castle' } });
  await expect(portal.referrals.submit(odd)).rejects.toThrow(/do not fit the form/);
  const own = referralForm(anna.engagementId, { clientEmail: anna.email.toUpperCase() });
  await expect(portal.referrals.submit(own)).rejects.toThrow(/your own address/);
});

test('a second open referral of one partner for one address is refused, also at the same moment', async () => {
  const portal = await world.asPartner(anna.email);
  const form = referralForm(anna.engagementId, { clientEmail: 'Twice@Client.test' });
  const again = { ...form, clientEmail: ' twice@client.test ' };
  const results = await Promise.allSettled([portal.referrals.submit(form), portal.referrals.submit(again)]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  await expect(portal.referrals.submit(again)).rejects.toThrow(/referred this client before/);
  await (await world.asPartner(ben.email)).referrals.submit({ ...form, engagementId: ben.engagementId });
});

test('the mail names the referrer, and looking at its page changes nothing', async () => {
  const { id, clientEmail, token } = await givenReferral(world, anna);
  const [mail] = await world.mailsTo(clientEmail);
  expect(mail?.subject).toBe('Anna Brokers recommended you to Harbour Care');
  expect(mail?.body).toContain('opt out');
  for (let look = 0; look < 2; look++) {
    expect(await site().referrals.readConfirmation({ token })).toEqual({
      state: 'open',
      byLink: false,
      partnerName: 'Anna Brokers',
      organisationName: 'Harbour Care',
      clientFirstName: 'Carla',
      choices: null,
    });
  }
  expect((await stateOf(id))?.status).toBe('submitted');
});

test('an event that is delivered twice sends one mail', async () => {
  const { clientEmail } = await givenReferral(world, anna);
  await world.owner`update relay_cursor set xid = '0', outbox_id = 0`;
  await world.settle();
  expect(await world.mailsTo(clientEmail)).toHaveLength(1);
});

test('confirming works once, and of many confirmations at one moment one wins', async () => {
  const { id, token } = await givenReferral(world, anna);
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, () => site().referrals.confirm({ token })),
  );
  const won = results.filter((result) => result.status === 'fulfilled');
  expect(won).toHaveLength(1);
  for (const lost of results.filter((result) => result.status === 'rejected')) {
    expect(lost.reason).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect((await stateOf(id))?.status).toBe('intake');
  await expect(site().referrals.confirm({ token })).rejects.toThrow(/used before/);
  expect((await site().referrals.readConfirmation({ token })).state).toBe('confirmed');
  const trail =
    await world.owner`select * from audit_entries where subject_id = ${id} and to_state = 'intake'`;
  expect(trail).toHaveLength(1);
});

test('an unknown, a foreign and an expired link answer alike', async () => {
  const { token } = await givenReferral(world, anna);
  const unknown = '0'.repeat(32);
  await expect(site().referrals.confirm({ token: unknown })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(site().referrals.readIntake({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  world.clock.advanceDays(31);
  await expect(site().referrals.confirm({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await world.tick();
  for (const over of [
    () => site().referrals.confirm({ token }),
    () => site().referrals.readConfirmation({ token }),
    () => site().referrals.optOut({ token }),
  ]) {
    await expect(over()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('the link opts out as long as we hold the contact data, however old it is and however it ended', async () => {
  const taken = await givenReferredLead(world, anna);
  const { id: rejected, token: rejectedLink } = await givenReferral(world, anna);
  const takenLink = await world.linkSecret(taken.clientEmail, '/confirm/');
  const coordinator = await world.asStaff('coordinator');
  await coordinator.referrals.changeStatus({ id: taken.referralId, to: 'accepted' });
  await site().referrals.confirm({ token: rejectedLink });
  await coordinator.referrals.changeStatus({ id: rejected, to: 'rejected', reason: 'Outside our region' });
  world.clock.advanceDays(400);
  await world.tick();
  const pageOf = async (token: string) => (await site().referrals.readConfirmation({ token })).state;
  expect([await pageOf(takenLink), await pageOf(rejectedLink)]).toEqual(['confirmed', 'ended']);

  for (const token of [takenLink, rejectedLink]) await site().referrals.optOut({ token });
  await world.settle();
  expect(await stateOf(taken.referralId)).toMatchObject({ status: 'declined', client_email: null });
  expect(await stateOf(rejected)).toMatchObject({
    status: 'rejected',
    client_name: null,
    client_email: null,
  });
  for (const token of [takenLink, rejectedLink]) {
    await expect(site().referrals.optOut({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('opting out declines, empties the contact data and kills the link', async () => {
  const { id, token } = await givenReferral(world, anna, {
    clientPhone: '+971 50 123 4567',
    notes: 'Knows my sister',
    details: { place: 'Her street' },
  });
  await site().referrals.optOut({ token });
  expect(await stateOf(id)).toMatchObject({
    status: 'declined',
    client_name: null,
    client_email: null,
    client_phone: null,
    partner_notes: null,
    details: {},
    end_reason: 'opted_out',
  });
  await expect(site().referrals.confirm({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await site().referrals.readConfirmation({ token })).state).toBe('closed');
  await site().referrals.optOut({ token });
  expect(await (await world.asPartner(anna.email)).referrals.mineDetail({ id })).toMatchObject({
    status: 'declined',
    clientName: null,
    clientEmail: null,
    endNote: expect.stringContaining('does not want to be contacted'),
  });
});

test('after opting out nothing is sent to the address again, also not for another partner', async () => {
  const { token, clientEmail } = await givenReferral(world, anna);
  await site().referrals.optOut({ token });
  const before = (await world.mailsTo(clientEmail)).length;
  const bens = await world.asPartner(ben.email);
  const { id } = await bens.referrals.submit(
    referralForm(ben.engagementId, { clientEmail: clientEmail.toUpperCase() }),
  );
  await site().referrals.submitByLink({ ...wishes, code: ben.code, email: clientEmail });
  await world.tick();
  const mails = await world.mailsTo(clientEmail);
  expect(mails).toHaveLength(before);
  expect(await world.mailsTo(clientEmail.toUpperCase())).toHaveLength(0);
  expect(await stateOf(id)).toMatchObject({ status: 'declined', client_email: null, client_name: null });
});

test('opting out also ends what other partners asked for and the client never confirmed', async () => {
  const first = await givenReferral(world, anna);
  const bens = await world.asPartner(ben.email);
  const second = await bens.referrals.submit(
    referralForm(ben.engagementId, { clientEmail: first.clientEmail }),
  );
  await world.settle();
  await site().referrals.optOut({ token: first.token });
  expect(await stateOf(second.id)).toMatchObject({ status: 'declined', client_email: null });
});

test('opting out also ends what the same person was typed into by the links of others', async () => {
  const first = await givenReferral(world, anna);
  const byLink = await givenByLink(first.clientEmail, ben);
  await site().referrals.optOut({ token: first.token });
  await world.settle();
  expect(await stateOf(byLink.id)).toMatchObject({ status: 'declined', client_email: null });
  expect(await clientOf(byLink)).toMatchObject({ name: 'Removed', email: null, phone: null });
});

test('after opting out no mail about the referral holds the address or the name, and none that waits leaves', async () => {
  const { id, token, clientEmail } = await givenReferral(world, anna, { clientName: 'Zelda Canary' });
  await site().referrals.confirm({ token });
  world.clock.advanceDays(3);
  await expect(runPeriodic({ ...world.system, mailer: mailServer(1) })).rejects.toThrow('connection lost');
  await site().referrals.optOut({ token });
  expect(await mailsAbout(id)).toEqual([
    { template: 'confirm-referral', to_address: 'removed', status: 'captured', text: '' },
    { template: 'intake-reminder', to_address: 'removed', status: 'suppressed', text: '' },
  ]);
  const mailer = mailServer();
  await runPeriodic({ ...world.system, mailer });
  expect(mailer.sent.map(({ to }) => to)).not.toContain(clientEmail);
  const [left] = await world.owner`
    select count(*)::int as n from messages where to_address = ${clientEmail} or html ilike '%zelda%'`;
  expect(left?.n).toBe(0);
});

test('confirming and opting out at one moment leaves one of both, and never a deadlock', async () => {
  for (let round = 0; round < 6; round++) {
    const { id, token } = await givenReferral(world, anna);
    await Promise.allSettled([site().referrals.confirm({ token }), site().referrals.optOut({ token })]);
    const row = await stateOf(id);
    // Whoever comes second finds the other's work: opting out also ends what was confirmed a moment ago.
    expect(row?.status).toBe('declined');
    expect(row?.client_email).toBeNull();
  }
});

test('the page stays able to opt out after confirming, by the old link and by the form link', async () => {
  const one = await givenReferral(world, anna);
  await site().referrals.confirm({ token: one.token });
  await site().referrals.optOut({ token: one.token });
  const two = await givenReferral(world, anna);
  const { intakeToken } = await site().referrals.confirm({ token: two.token });
  await site().referrals.optOut({ token: intakeToken ?? '' });
  for (const { id } of [one, two]) expect((await stateOf(id))?.status).toBe('declined');
  await expect(site().referrals.readIntake({ token: intakeToken ?? '' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a referral that nobody answers expires and its contact data goes', async () => {
  const { id } = await givenReferral(world, anna);
  world.clock.advanceDays(29);
  await world.tick();
  expect((await stateOf(id))?.status).toBe('submitted');
  world.clock.advanceDays(2);
  await world.tick();
  expect(await stateOf(id)).toMatchObject({ status: 'expired', client_email: null, end_reason: 'expired' });
});

test('its mails expire with it, and by hand as by time', async () => {
  const byTime = await givenReferral(world, anna);
  world.clock.advanceDays(31);
  await world.tick();
  const byHand = await givenReferral(world, anna);
  const coordinator = await world.asStaff('coordinator');
  await coordinator.referrals.changeStatus({ id: byHand.id, to: 'expired', reason: 'Wrong address' });
  for (const { id } of [byTime, byHand]) {
    expect(await stateOf(id)).toMatchObject({ status: 'expired', client_name: null, client_email: null });
    expect(await mailsAbout(id)).toMatchObject([{ to_address: 'removed', text: '' }]);
  }
  await expect(site().referrals.confirm({ token: byHand.token })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await coordinator.referrals.get({ id: byHand.id })).timeline.at(-1)).toMatchObject({
    reason: 'Wrong address',
  });
});

test('a form by link that nobody confirms expires like the others, with everything that came of it', async () => {
  const waiting = await givenByLink('never-answers@client.test', anna);
  const confirmed = await givenByLink('answers@client.test', anna);
  const taken = await givenByLink('on-the-phone@client.test', anna);
  await site().referrals.confirm({ token: confirmed.token });
  const coordinator = await world.asStaff('coordinator');
  for (const to of ['contacted', 'qualified'] as const) {
    await coordinator.leads.changeStatus({ id: taken.lead_id, to });
  }
  world.clock.advanceDays(29);
  await world.tick();
  expect((await stateOf(waiting.id))?.status).toBe('intake');
  expect((await site().referrals.readConfirmation({ token: waiting.token })).state).toBe('open');
  world.clock.advanceDays(2);
  await world.tick();
  expect(await stateOf(waiting.id)).toMatchObject({
    status: 'expired',
    end_reason: 'expired',
    client_name: null,
    client_email: null,
    client_phone: null,
    consent_choices: null,
  });
  expect(await clientOf(waiting)).toMatchObject({ name: 'Removed', email: null, phone: null });
  const leadOf = ({ lead_id: id }: { lead_id: string }) => coordinator.leads.get({ id });
  expect(await leadOf(waiting)).toMatchObject({ status: 'lost', message: null, waitingConsents: [] });
  expect(await mailsAbout(waiting.id)).toMatchObject([{ to_address: 'removed', text: '' }]);

  // Who confirmed, and whom staff took on, stay.
  world.clock.advanceDays(60);
  await world.tick();
  expect(await stateOf(confirmed.id)).toMatchObject({
    status: 'intake',
    client_email: 'answers@client.test',
  });
  expect((await leadOf(confirmed)).status).toBe('new');
  expect(await stateOf(taken.id)).toMatchObject({
    status: 'accepted',
    client_email: 'on-the-phone@client.test',
  });
});

test('what is turned down before its client confirmed is forgotten as when it expires', async () => {
  const form = await givenByLink('turned-down@client.test', anna);
  const coordinator = await world.asStaff('coordinator');
  await coordinator.referrals.changeStatus({ id: form.id, to: 'rejected', reason: 'Outside our region' });
  await world.settle();
  expect(await stateOf(form.id)).toMatchObject({
    status: 'rejected',
    client_name: null,
    client_email: null,
    client_phone: null,
    consent_choices: null,
  });
  expect(await clientOf(form)).toMatchObject({ name: 'Removed', email: null, phone: null });
  expect(await coordinator.leads.get({ id: form.lead_id })).toMatchObject({
    status: 'lost',
    lostReason: 'The referral was turned down before the client confirmed the address.',
    message: null,
  });
  expect(await mailsAbout(form.id)).toMatchObject([{ to_address: 'removed', text: '' }]);
  expect((await site().referrals.readConfirmation({ token: form.token })).state).toBe('closed');
});

test('staff send a lost confirmation again: the new link works, the old one does not', async () => {
  const { id, token, clientEmail } = await givenReferral(world, anna);
  const coordinator = await world.asStaff('coordinator');
  world.clock.advanceMinutes(1);
  await coordinator.referrals.resendConfirmation({ id });
  await world.settle();
  const renewed = await world.linkSecret(clientEmail, '/confirm/');
  expect(renewed).not.toBe(token);
  await expect(site().referrals.confirm({ token })).rejects.toThrow(/used before or is too old/);
  expect((await site().referrals.readConfirmation({ token })).state).toBe('replaced');
  await site().referrals.confirm({ token: renewed });
  await expect(coordinator.referrals.resendConfirmation({ id })).rejects.toThrow(/client answered/);
  expect((await coordinator.referrals.get({ id })).timeline.map(({ action }) => action)).toContain(
    'partner_referral.confirmation_resent',
  );
});

test('one client gets only so many confirmations, however often staff press the button', async () => {
  const { id } = await givenReferral(world, anna);
  const coordinator = await world.asStaff('coordinator');
  for (let n = 0; n < lettersPerRecipient.points; n++) await coordinator.referrals.resendConfirmation({ id });
  await expect(coordinator.referrals.resendConfirmation({ id })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
});

test('somebody who confirmed and left gets one reminder that opens the form', async () => {
  const { token, clientEmail } = await givenReferral(world, anna);
  const { intakeToken } = await site().referrals.confirm({ token });
  world.clock.advanceDays(3);
  for (let round = 0; round < 3; round++) await world.tick();
  const reminders = (await world.mailsTo(clientEmail)).filter((mail) => mail.template === 'intake-reminder');
  expect(reminders).toHaveLength(1);
  const fresh = await world.linkSecret(clientEmail, '/intake/');
  expect((await site().referrals.readIntake({ token: fresh })).known.email).toBe(clientEmail);
  await expect(site().referrals.readIntake({ token: intakeToken ?? '' })).rejects.toThrow();
});

test('a partner sees its own referrals only', async () => {
  const { id } = await givenReferral(world, anna);
  const [annas, bens] = [await world.asPartner(anna.email), await world.asPartner(ben.email)];
  await expect(bens.referrals.mineDetail({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await annas.referrals.mine({ limit: 3, cursor });
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  expect(ids).toContain(id);
  expect(new Set(ids).size).toBe(ids.length);
  const [all] =
    await world.owner`select count(*)::int as n from partner_referrals where partner_id = ${anna.partnerId}`;
  expect(ids).toHaveLength(all?.n);
  expect((await bens.referrals.mine({})).rows.map((row) => row.id)).not.toContain(id);
});

test('without consent the partner learns that we work on it, and nothing of an outcome', async () => {
  const closed = await givenReferredLead(world, anna, {
    consents: { reportToReferrer: false, shareWith: [] },
  });
  const open = await givenReferredLead(world, anna, { consents: { reportToReferrer: true, shareWith: [] } });
  for (const { referralId } of [closed, open]) {
    await world.owner`update partner_referrals set status = 'converted', accepted_at = ${world.clock.now()},
      converted_at = ${world.clock.now()} where id = ${referralId}`;
  }
  const portal = await world.asPartner(anna.email);
  const hidden = await portal.referrals.mineDetail({ id: closed.referralId });
  expect(hidden).toMatchObject({ status: 'accepted', outcomeVisible: false });
  expect(hidden.steps.map((step) => step.key)).toEqual([
    'submitted',
    'confirmed',
    'form_filled',
    'qualified',
  ]);
  expect(hidden.steps.every((step) => step.done)).toBe(true);
  const shown = await portal.referrals.mineDetail({ id: open.referralId });
  expect(shown).toMatchObject({ status: 'converted', outcomeVisible: true });
  expect(shown.steps.at(-1)).toMatchObject({ key: 'deal', done: true });

  await (await world.asStaff('coordinator')).consents.record({
    clientId: open.clientId,
    purpose: 'referral_report',
    recipientKind: 'partner',
    recipient: anna.partnerId,
    scopes: ['report_to_referrer'],
    decision: 'withdrawn',
    channel: 'phone',
    evidence: 'Called on Monday',
  });
  expect((await portal.referrals.mineDetail({ id: open.referralId })).status).toBe('accepted');
});

test('nothing of the lead itself reaches the partner that referred it', async () => {
  const { referralId, leadId } = await givenReferredLead(world, anna, {
    message: 'CANARY-MESSAGE',
    place: 'CANARY-PLACE',
    consents: { reportToReferrer: true, shareWith: [] },
  });
  const coordinator = await world.asStaff('coordinator');
  await coordinator.leads.addNote({ id: leadId, body: 'CANARY-NOTE' });
  const portal = await world.asPartner(anna.email);
  const seen = JSON.stringify([
    await portal.referrals.mineDetail({ id: referralId }),
    await portal.referrals.mine({ limit: 100 }),
    await portal.referrals.form(),
    await portal.links.mine(),
  ]);
  expect(seen).not.toContain('CANARY');
  expect(seen).not.toContain(leadId);
});

test('who came by a link and allowed nothing stays unknown to the partner of the link', async () => {
  world.clock.advanceMinutes(1);
  const form = { name: 'Canary Visitor', email: 'canary-visitor@client.test', phone: '+971 50 765 4321' };
  await site().referrals.submitByLink({ ...wishes, ...form, code: anna.code });
  await world.settle();
  const portal = await world.asPartner(anna.email);
  const list = await portal.referrals.mine({ limit: 100 });
  const [newest] = list.rows;
  expect(newest).toMatchObject({ byLink: true, clientName: null, clientEmail: null });
  const detail = await portal.referrals.mineDetail({ id: newest?.id ?? '' });
  expect(detail).toMatchObject({ byLink: true, clientPhone: null });
  expect(JSON.stringify([list, detail])).not.toMatch(/canary/i);
  expect(JSON.stringify([list, detail])).not.toMatch(/765 ?4321/);

  const typed = await givenReferral(world, anna);
  expect(await portal.referrals.mineDetail({ id: typed.id })).toMatchObject({
    byLink: false,
    clientEmail: typed.clientEmail,
  });
});

test('staff find a referral by partner, address or name, and see its history with reasons', async () => {
  const { id, clientEmail } = await givenReferral(world, ben, { clientName: 'Zora Unique' });
  const coordinator = await world.asStaff('coordinator');
  const find = async (search: string) =>
    (await coordinator.referrals.list({ search, limit: 100 })).rows.map((row) => row.id);
  expect(await find(clientEmail.toUpperCase())).toEqual([id]);
  expect(await find('zora')).toEqual([id]);
  expect(await find('ben b')).toContain(id);
  expect(await find('%')).toEqual([]);
  await coordinator.referrals.changeStatus({ id, to: 'rejected', reason: 'Outside our region' });
  const detail = await coordinator.referrals.get({ id });
  expect(detail).toMatchObject({ status: 'rejected', partnerName: 'Ben Bank', moves: [] });
  expect(detail.timeline.at(-1)).toMatchObject({ to: 'rejected', reason: 'Outside our region' });
  await expect(coordinator.referrals.changeStatus({ id, to: 'dormant' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
});

test('a client who declines by phone is silenced like one who used the button', async () => {
  const { id, clientEmail, token } = await givenReferral(world, anna);
  const coordinator = await world.asStaff('coordinator');
  await coordinator.referrals.changeStatus({ id, to: 'declined', reason: 'Called us' });
  expect(await stateOf(id)).toMatchObject({ status: 'declined', client_email: null });
  await expect(site().referrals.confirm({ token })).rejects.toThrow();
  await (await world.asPartner(ben.email)).referrals.submit(referralForm(ben.engagementId, { clientEmail }));
  await world.settle();
  // Not even the first mail is there to read any more.
  expect(await world.mailsTo(clientEmail)).toEqual([]);
});

test('no personal value of a client stands in the trail or the outbox', async () => {
  const { token } = await givenReferral(world, anna, {
    clientName: 'Canary Person',
    clientEmail: 'canary@trail.test',
    clientPhone: '+971 50 765 4321',
  });
  const { intakeToken } = await site().referrals.confirm({ token });
  await site().referrals.submitIntake({ ...wishes, token: intakeToken ?? '', name: 'Canary Person' });
  await world.settle();
  const [dump] = await world.owner`
    select (select json_agg(a) from audit_entries a)::text || (select json_agg(o) from outbox o)::text as text`;
  expect(dump?.text).not.toMatch(/canary|765 4321/i);
});
