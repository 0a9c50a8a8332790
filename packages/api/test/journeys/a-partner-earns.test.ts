import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenApplication } from '../given/applications.ts';
import { expectBooksInOrder } from '../given/books.ts';
import { Edge } from '../given/edge.ts';
import { givenActivePartner } from '../given/partners.ts';
import { referralForm, wishes } from '../given/referrals.ts';
import { PASSWORD, World } from '../given/world.ts';

let world: World;
let edge: Edge;

beforeAll(async () => {
  world = await World.open();
  edge = await Edge.open(world);
  // Two people who decide about money, so that one checks the other.
  await world.staff('admin');
  await world.staff('finance');
});
afterAll(async () => {
  await edge.close();
  await world.close();
});

const site = () => world.visitor('patient');
const templatesTo = async (email: string) =>
  (await world.mailsTo(email)).map(({ template }) => template).sort();
/** An id of ours in a link would tell more than a token that ends. */
const idInLink = /href="[^"]*\b(?:acc|cli|con|del|eng|led|par|ref|tok)_[0-9a-z]{26}/;

/** From the application to a partner that can work: approved, invited, signed. */
async function becomePartner(email: string) {
  const reference = await givenApplication(world, { email });
  const manager = await world.asStaff('manager');
  expect((await manager.applications.list({})).rows).toMatchObject([
    { id: reference, status: 'pending_review' },
  ]);
  await manager.applications.approve({ partnerId: reference });
  await world.settle();

  const invitation = await world.linkSecret(email, '/invitation/');
  const visitor = world.visitor('partner');
  expect(await visitor.invitations.read({ token: invitation })).toMatchObject({
    partnerName: 'Al Ofuq Brokers',
    email,
  });
  await visitor.invitations.accept({ token: invitation, name: 'Salem Al Mansoori', password: PASSWORD });

  const portal = await world.asPartner(email);
  const { agreement, partner } = await portal.onboarding.state();
  expect(partner).toMatchObject({ status: 'approved', code: null });
  expect((await portal.referrals.form()).refusal).toMatch(/once your account/);
  const signed = await portal.onboarding.acceptAgreement({ agreementId: agreement.id });
  expect(signed.status).toBe('active');
  await world.settle();
  return { partnerId: reference, portal, code: signed.code };
}

/** The mail came, its page says who and what, and the button confirms, with the boxes as they are ticked there. */
async function confirmFromMail(email: string): Promise<string | null> {
  const [mail] = await world.mailsTo(email);
  expect(mail?.html).not.toMatch(idInLink);
  const token = await world.linkSecret(email, '/confirm/');
  const page = await site().referrals.readConfirmation({ token });
  expect(page).toMatchObject({
    state: 'open',
    partnerName: 'Al Ofuq Brokers',
    organisationName: 'Harbour Care',
  });
  return (await site().referrals.confirm({ token, consents: page.choices?.ticked })).intakeToken;
}

/** Qualified by a coordinator who then records the deal; verified by a manager. */
async function winDeal(email: string, valueMinor: bigint) {
  const coordinator = await world.asStaff('coordinator');
  const [lead] = (await coordinator.leads.list({ search: email })).rows;
  if (!lead) throw new Error(`no lead of ${email}`);
  expect(lead).toMatchObject({ status: 'new', referrerName: 'Al Ofuq Brokers' });
  await coordinator.leads.changeStatus({ id: lead.id, to: 'contacted' });
  await coordinator.leads.changeStatus({ id: lead.id, to: 'qualified' });
  world.clock.advanceDays(7);
  const deal = await coordinator.deals.report({
    leadId: lead.id,
    valueMinor,
    currency: 'USD',
    closedAt: world.clock.now(),
  });
  await (await world.asStaff('manager')).deals.verify(deal);
  await world.settle();
  return { leadId: lead.id, dealId: deal.id };
}

test('a partner applies, refers by form and by link, and is paid for the deals that follow', async () => {
  const email = 'salem@alofuq.test';
  const { partnerId, portal, code } = await becomePartner(email);
  expect(await templatesTo(email)).toEqual([
    'application-received',
    'confirm-application',
    'partner-active',
    'partner-approved',
  ]);

  // By the form of its type, with the box ticked.
  const [engagement] = (await portal.referrals.form()).engagements;
  expect(engagement?.formFields.map(({ key }) => key)).toEqual(['propertyType', 'place']);
  const form = referralForm(engagement?.id ?? '', {
    clientName: 'Maya Fernandes',
    clientEmail: 'maya@mail.test',
    details: { propertyType: 'Apartment', place: 'Dubai Marina' },
  });
  const unticked = portal.referrals.submit({ ...form, consentObtained: false as never });
  await expect(unticked).rejects.toThrow(/Tick the box/);
  const referral = await portal.referrals.submit(form);
  await world.settle();
  const intakeToken = await confirmFromMail('maya@mail.test');
  expect(await site().referrals.readIntake({ token: intakeToken ?? '' })).toMatchObject({
    done: false,
    known: { name: 'Maya Fernandes', email: 'maya@mail.test', place: 'Dubai Marina' },
  });
  await site().referrals.submitIntake({
    ...wishes,
    name: 'Maya Fernandes',
    token: intakeToken ?? '',
    consents: { reportToReferrer: true, shareWith: [] },
  });
  await world.settle();

  // By its link, through the edge: what is ticked there counts once the address is confirmed.
  expect(await edge.click(code)).toBe(`http://patient.test/start/${code}`);
  await site().referrals.submitByLink({
    ...wishes,
    code,
    name: 'Omar Aziz',
    email: 'omar@mail.test',
    consents: { reportToReferrer: false, shareWith: [{ recipientClass: 'broker', scopes: ['budget'] }] },
  });
  await world.settle();
  const omarsConsents = async () => {
    const staff = await world.asStaff('coordinator');
    const [lead] = (await staff.leads.list({ search: 'omar@mail.test' })).rows;
    const { consents, waitingConsents } = await staff.leads.get({ id: lead?.id ?? '' });
    return [consents, waitingConsents].map((some) => some.map(({ scope }) => scope));
  };
  expect(await omarsConsents()).toEqual([[], ['budget']]);
  expect(await confirmFromMail('omar@mail.test')).toBeNull();
  await world.settle();
  expect(await omarsConsents()).toEqual([['budget'], []]);
  expect(await portal.links.mine()).toMatchObject([{ code, campaign: 'default', clicks: 1, referrals: 1 }]);

  // Two deals: the worked example of the terms, and one whose client keeps the outcome to itself.
  const maya = await winDeal('maya@mail.test', 1_000_000_00n);
  await winDeal('omar@mail.test', 500_000_00n);
  const coordinator = await world.asStaff('coordinator');
  expect((await coordinator.leads.get({ id: maya.leadId })).referral).toMatchObject({
    id: referral.id,
    partnerId,
    status: 'converted',
  });
  const seen = await portal.referrals.mineDetail({ id: referral.id });
  expect(seen).toMatchObject({ status: 'converted', outcomeVisible: true });
  expect(seen.steps.map(({ key, done }) => [key, done])).toEqual([
    ['submitted', true],
    ['confirmed', true],
    ['form_filled', true],
    ['qualified', true],
    ['deal', true],
  ]);
  const [byLink] = (await portal.referrals.mine({ group: 'accepted' })).rows.filter((row) => row.byLink);
  expect(byLink).toMatchObject({ status: 'accepted', clientName: null, clientEmail: null });
  const kept = await portal.referrals.mineDetail({ id: byLink?.id ?? '' });
  expect(kept.outcomeVisible).toBe(false);
  expect(kept.steps.map(({ key }) => key)).not.toContain('deal');

  // The money: calculated by the terms, approved by finance, paid with a reference.
  const finance = await world.asStaff('finance');
  const due = (await finance.commissions.list({ status: 'calculated' })).rows;
  expect(due.map(({ amountMinor }) => amountMinor).sort()).toEqual([120_000_00n, 60_000_00n]);
  const { results } = await finance.commissions.approve({ ids: due.map(({ id }) => id) });
  expect(results.every(({ ok }) => ok)).toBe(true);
  const batch = await finance.payouts.create({ name: 'March' });
  await (await world.asStaff('admin')).payouts.approve(batch);
  const [payout] = (await finance.payouts.batch(batch)).items;
  expect(payout).toMatchObject({ partnerName: 'Al Ofuq Brokers', amountMinor: 180_000_00n });
  await finance.payouts.markSent({ payoutId: payout?.id ?? '' });
  await finance.payouts.markPaid({ payoutId: payout?.id ?? '', reference: 'FT-2026-0311' });
  await world.settle();

  // What the partner sees of it.
  expect((await portal.payouts.mine({})).rows).toMatchObject([
    { status: 'paid', currency: 'USD', amountMinor: 180_000_00n, reference: 'FT-2026-0311' },
  ]);
  expect((await portal.commissions.summary()).currencies).toMatchObject([
    { currency: 'USD', openMinor: 0n, approvedMinor: 0n, paidMinor: 180_000_00n },
  ]);
  const [worked] = (await portal.commissions.mine({})).rows.filter(
    ({ amountMinor }) => amountMinor === 120_000_00n,
  );
  expect(await portal.commissions.mineDetail({ id: worked?.id ?? '' })).toMatchObject({
    status: 'paid',
    baseMinor: 200_000_00n,
    payoutReference: 'FT-2026-0311',
    trace: { steps: expect.arrayContaining(['Deal value: USD 1,000,000.00']) },
    steps: [{ key: 'calculated' }, { key: 'approved' }, { key: 'sent' }, { key: 'paid' }],
  });
  expect(await portal.portal.home()).toMatchObject({
    commissionEarned: [{ currency: 'USD', amountMinor: 180_000_00n }],
  });
  expect(await templatesTo(email)).toEqual(expect.arrayContaining(['commission-approved', 'payout-paid']));
  expect(await expectBooksInOrder(world)).toEqual(['USD']);
});

test('a client who opts out is never written to again, whoever refers it next', async () => {
  const email = 'nadia@mail.test';
  const [salem, other] = [
    await givenActivePartner(world),
    await givenActivePartner(world, { type: 'channel' }),
  ];
  const first = await (await world.asPartner(salem.email)).referrals.submit(
    referralForm(salem.engagementId, { clientEmail: email }),
  );
  await world.settle();
  const token = await world.linkSecret(email, '/confirm/');
  await site().referrals.optOut({ token });
  await world.settle();
  const sent = await world.mailsTo(email);

  const portal = await world.asPartner(other.email);
  const second = await portal.referrals.submit(
    referralForm(other.engagementId, { clientEmail: 'NADIA@mail.test' }),
  );
  expect(await edge.click(other.code)).toBe(`http://patient.test/start/${other.code}`);
  await site().referrals.submitByLink({ ...wishes, code: other.code, email });
  for (let week = 0; week < 6; week++) {
    world.clock.advanceDays(7);
    await world.tick();
  }
  expect(await world.mailsTo(email)).toEqual(sent);
  const [elsewhere] = await world.owner`
    select count(*)::int as n from messages where lower(to_address) = ${email} and to_address <> ${email}`;
  expect(elsewhere?.n).toBe(0);

  const seen = await (await world.asPartner(salem.email)).referrals.mineDetail(first);
  expect(seen).toMatchObject({ status: 'declined', clientName: null, clientEmail: null });
  expect((await portal.referrals.mineDetail(second)).status).toBe('declined');
  await expectBooksInOrder(world);
});
