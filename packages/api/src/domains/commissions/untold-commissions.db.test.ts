import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenConsent } from '../../../test/given/clients.ts';
import { commissionsOf, givenQualifiedLead, givenVerifiedDeal } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { consentEventsOf, currentConsents, isConsented } from '../consent/index.ts';
import { isTold } from './commission-lists.queries.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
  // Two people who may decide about money, so that one checks the other.
  await world.staff('admin');
  await world.staff('finance');
});
afterAll(() => world.close());

const portalOf = (partner: GivenPartner) => world.asPartner(partner.email);

/** A commission for a client who does not let us tell the partner how it went. */
async function givenUntold(name: string) {
  const partner = await givenActivePartner(world, { name });
  const dealId = await givenVerifiedDeal(world, partner, { untold: true });
  const [id = ''] = await commissionsOf(world, dealId);
  return { partner, dealId, id };
}

async function expectNothingSeen(partner: GivenPartner, id: string): Promise<void> {
  const portal = await portalOf(partner);
  expect((await portal.commissions.mine({})).rows).toEqual([]);
  expect(await portal.commissions.summary()).toEqual({ currencies: [] });
  await expect(portal.commissions.mineDetail({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await portal.portal.home()).toMatchObject({
    revenue: [],
    averageDealSize: [],
    commissionEarned: [],
  });
}

test('a referrer hears nothing of a deal whose client does not want it told, until the money goes out', async () => {
  const { partner, id } = await givenUntold('Quiet Referrer');
  await expectNothingSeen(partner, id);

  const finance = await world.asStaff('finance');
  await finance.commissions.approve({ ids: [id] });
  await world.settle();
  await expectNothingSeen(partner, id);
  expect((await world.mailsTo(partner.email)).map(({ template }) => template)).not.toContain(
    'commission-approved',
  );
  expect((await (await portalOf(partner)).inbox.list({})).rows.map(({ kind }) => kind)).not.toContain(
    'commission_approved',
  );

  const batch = await finance.payouts.create({ name: 'Quiet' });
  await (await world.asStaff('admin')).payouts.approve({ id: batch.id });
  const [payout] = (await finance.payouts.batch({ id: batch.id })).items;
  await finance.payouts.markSent({ payoutId: payout?.id ?? '' });
  await finance.payouts.markPaid({ payoutId: payout?.id ?? '', reference: 'BANK-9' });
  await world.settle();

  const paid = await (await portalOf(partner)).commissions.mineDetail({ id });
  expect(paid).toMatchObject({
    status: 'paid',
    amountMinor: 120_000_00n,
    baseMinor: null,
    approvedAt: null,
    createdAt: paid.paidAt,
    trace: { steps: [expect.stringMatching(/has not agreed that we tell you/)] },
  });
  expect(paid.steps.map(({ key }) => key)).not.toContain('approved');
  expect(await (await portalOf(partner)).portal.home()).toMatchObject({ revenue: [], averageDealSize: [] });
});

test('with the client’s leave, given later too, the line, its reasons and the value are there', async () => {
  const { partner, dealId, id } = await givenUntold('Told Later');
  const [deal] = await world.owner<{ clientId: string }[]>`
    select client_id as "clientId" from deals where id = ${dealId}`;
  await givenConsent(world, deal?.clientId ?? '', {
    purpose: 'referral_report',
    scope: 'report_to_referrer',
    recipientKind: 'partner',
    recipient: partner.partnerId,
  });
  const portal = await portalOf(partner);
  expect(await portal.commissions.mineDetail({ id })).toMatchObject({ baseMinor: 200_000_00n });
  expect(await portal.portal.home()).toMatchObject({
    revenue: [{ currency: 'USD', amountMinor: 1_000_000_00n }],
  });
});

test('the database reads the log of consents as the consent domain does', async () => {
  const partner = await givenActivePartner(world);
  const decisions = ['granted', 'withdrawn'] as const;
  const events = (['class', 'partner'] as const).flatMap((recipientKind) =>
    decisions.map((decision) => ({
      recipientKind,
      decision,
      recipient: recipientKind === 'class' ? 'broker' : partner.partnerId,
    })),
  );
  const logs = [[], ...events.map((one) => [one])].concat(
    events.flatMap((first) => events.map((second) => [first, second])),
    events.flatMap((first) => events.map((second) => [first, second, first])),
  );
  let granted = 0;
  for (const log of logs) {
    const lead = await givenQualifiedLead(world, { referredBy: partner, untold: true });
    for (const event of log) {
      await givenConsent(world, lead.clientId, {
        ...event,
        purpose: 'referral_report',
        scope: 'report_to_referrer',
      });
    }
    const dealId = await givenVerifiedDeal(world, partner, { lead });
    const [id = ''] = await commissionsOf(world, dealId);
    const [told, current] = await inScope(world.system, async (tx) => [
      await isTold(tx, id),
      currentConsents((await consentEventsOf(tx, [lead.clientId])).get(lead.clientId) ?? []),
    ]);
    const expected = isConsented(current, {
      partnerId: partner.partnerId,
      partnerTypeCode: 'broker',
      purpose: 'referral_report',
      scope: 'report_to_referrer',
    });
    expect(told, JSON.stringify(log.map(({ recipientKind, decision }) => [recipientKind, decision]))).toBe(
      expected,
    );
    if (expected) granted++;
  }
  expect(granted).toBeGreaterThan(5);
  expect(granted).toBeLessThan(logs.length);
});
