import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenVerifiedDeal } from '../../../test/given/deals.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { addDays } from '../../shared/clock.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const admin = () => world.asStaff('admin');
/** A type as its editor sends it back. */
async function asRead(code: string) {
  const type = await (await admin()).catalogue.get({ code });
  const { name, description, incentive, regions, terms, rateMinBps, rateMaxBps, rateRanges, version } = type;
  const { contactOpensAt, hidesProperty, credentials, regulated, formFields } = type;
  return {
    code,
    version,
    reason: 'New year',
    name,
    description,
    incentive,
    regions,
    terms,
    rateMinBps,
    rateMaxBps,
    rateRanges,
    defaultTicks: type.defaultTicks as ('contact' | 'budget' | 'requirements')[],
    ceiling: type.ceiling as ('contact' | 'budget' | 'requirements')[],
    contactOpensAt,
    hidesProperty,
    credentials,
    regulated,
    formFields,
  };
}
const paying = {
  direction: 'we_pay',
  formula: 'percent',
  base: 'deal_value',
  trigger: 'deal_verified',
  rateBps: 500,
} as const;
const decision = (code: string, region: string) => ({
  code,
  region,
  reviewerName: 'Dana Whitfield, Whitfield LLP',
  legalBasis: 'Bona fide services at market value',
  evidence: 'Opinion 2027-014',
  validFrom: world.clock.now(),
  validUntil: addDays(world.clock.now(), 365),
});

test('a changed type holds for new engagements; those that run keep their terms, and the editor hears how many', async () => {
  const before = await givenActivePartner(world, { type: 'channel' });
  const staff = await admin();
  const type = await asRead('channel');
  const answer = await staff.catalogue.update({ ...type, terms: { ...type.terms, rateBps: 2000 } });
  expect(answer).toEqual({ version: type.version + 1, untouched: 1 });
  expect((await staff.partners.get({ id: before.partnerId })).engagements[0]?.terms.rateBps).toBe(1500);
  const after = await givenActivePartner(world, { type: 'channel' });
  expect((await staff.partners.get({ id: after.partnerId })).engagements[0]?.terms.rateBps).toBe(2000);
  const { timeline } = await staff.catalogue.get({ code: 'channel' });
  expect(timeline.at(-1)).toMatchObject({
    action: 'partner_type.changed',
    reason: 'New year',
    fields: ['rateBps'],
  });
});

test('of editors at once one wins and the others are told; saving what stands there changes nothing', async () => {
  const staff = await admin();
  const type = await asRead('banker');
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, (_, n) => staff.catalogue.update({ ...type, name: `Banker ${n}` })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'CONFLICT' });
  }
  const now = await asRead('banker');
  expect(now.version).toBe(type.version + 1);
  expect((await staff.catalogue.update(now)).version).toBe(now.version);
});

test("a type's own rate lies in its range, and a range by region is held where engagements are agreed on", async () => {
  const staff = await admin();
  const type = await asRead('rera_agent');
  await expect(staff.catalogue.update({ ...type, terms: { ...type.terms, rateBps: 2500 } })).rejects.toThrow(
    /from 10 % to 20 %/,
  );
  await staff.catalogue.update({
    ...type,
    rateRanges: [{ region: 'IN-KA', minBps: 1700, maxBps: 1900 }],
  });
  const partner = await givenActivePartner(world, { type: 'rera_agent', regions: ['IN-KA'] });
  const [engagement] = (await staff.partners.get({ id: partner.partnerId })).engagements;
  const wish = (rateBps: number) =>
    staff.partners.updateTerms({
      engagementId: engagement?.id ?? '',
      version: engagement?.version ?? 0,
      name: 'South',
      terms: { ...paying, rateBps },
      reason: 'Agreed',
    });
  await expect(wish(1500)).rejects.toThrow(/from 17 % to 19 %/);
  await wish(1800);
});

test('without a decision on the law a regulated type is paid nowhere: not by the type, not by a plan, not insisting', async () => {
  const staff = await admin();
  const type = await asRead('title');
  await expect(
    staff.catalogue.update({ ...type, terms: paying, rateMinBps: 0, rateMaxBps: 1000 }),
  ).rejects.toThrow(/regulated .* United States/);
  const partner = await givenActivePartner(world, { type: 'title', regions: ['US-MN'] });
  const [engagement] = (await staff.partners.get({ id: partner.partnerId })).engagements;
  await expect(
    staff.partners.overrideTerms({
      engagementId: engagement?.id ?? '',
      version: 1,
      name: 'Try',
      terms: paying,
      reason: 'Wants money',
    }),
  ).rejects.toThrow(/no decision on the law allows them in Minnesota/);
});

test('a decision lets a regulated type be paid in its region while it counts; withdrawn, it stops at the next deal', async () => {
  const staff = await admin();
  const terms = { ...paying, splitPartnerBps: null, flatAmountMinor: null, tiers: null };
  const partner = await givenActivePartner(world, { type: 'lender', regions: ['AE'], terms });
  const lines = async (dealId: string) => (await staff.deals.get({ id: dealId })).commissions.length;
  expect(await lines(await givenVerifiedDeal(world, partner))).toBe(0);

  await expect(staff.catalogue.decideLaw(decision('lender', 'AE'))).rejects.toThrow(/does not work in/);
  await staff.catalogue.update({ ...(await asRead('lender')), regions: ['US', 'AE'] });
  const toldUnpaid = async () =>
    (await (await world.asPartner(partner.email)).portalProfile.get()).engagements[0]?.notPaidYet;
  expect(await toldUnpaid()).toBe(true);
  const { id } = await staff.catalogue.decideLaw(decision('lender', 'AE'));
  expect(await toldUnpaid()).toBe(false);
  const paid = await givenVerifiedDeal(world, partner);
  expect(await lines(paid)).toBe(1);

  world.clock.advanceDays(1);
  await Promise.all(
    Array.from({ length: 4 }, () => staff.catalogue.withdrawLaw({ decisionId: id, reason: 'Rule changed' })),
  );
  expect(await lines(await givenVerifiedDeal(world, partner))).toBe(0);
  expect(await lines(paid)).toBe(1);
  const { timeline, decisions } = await staff.catalogue.get({ code: 'lender' });
  expect(timeline.filter(({ action }) => action === 'law_decision.withdrawn')).toHaveLength(1);
  expect(decisions[0]).toMatchObject({ counts: false, withdrawnReason: 'Rule changed' });
});

test('a decision counts until its end and a type that is free needs none', async () => {
  const staff = await admin();
  await staff.catalogue.decideLaw(decision('attorney', 'US-MN'));
  const counts = async () => (await staff.catalogue.get({ code: 'attorney' })).decisions[0]?.counts;
  expect(await counts()).toBe(true);
  world.clock.advanceDays(366);
  expect(await counts()).toBe(false);
  await expect(staff.catalogue.decideLaw(decision('broker', 'AE'))).rejects.toThrow(/not regulated/);
});

test('nobody new works in a retired type; who works in it goes on', async () => {
  const staff = await admin();
  const partner = await givenActivePartner(world, { type: 'law', regions: ['SG'] });
  const { version } = await asRead('law');
  await staff.catalogue.retire({ code: 'law', version, retired: true, reason: 'Merged with attorney' });
  expect((await world.visitor('partner').catalogue.partnerTypes()).map(({ code }) => code)).not.toContain(
    'law',
  );
  await expect(
    staff.partners.invite({
      name: 'Late',
      contactName: 'Late',
      email: 'late@partner.test',
      partnerTypeCode: 'law',
      regions: ['SG'],
    }),
  ).rejects.toThrow(/type of the past/);
  expect((await staff.partners.get({ id: partner.partnerId })).engagements).toHaveLength(1);
  await staff.catalogue.retire({ code: 'law', version: version + 1, retired: false, reason: 'Back' });
});

test('a new type is complete, has a code of its own and is offered at once', async () => {
  const staff = await admin();
  const { version, reason, ...channel } = await asRead('channel');
  const manager = { ...channel, code: 'property_manager', name: 'Property manager' };
  await expect(
    staff.catalogue.create({ ...manager, defaultTicks: ['contact'], ceiling: [] }),
  ).rejects.toThrow(/may ever see/);
  const answers = await Promise.allSettled([
    staff.catalogue.create(manager),
    staff.catalogue.create(manager),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await world.visitor('partner').catalogue.partnerTypes()).map(({ code }) => code)).toContain(
    'property_manager',
  );
});
