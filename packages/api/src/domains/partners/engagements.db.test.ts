import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenQualifiedLead, givenVerifiedDeal } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { addDays } from '../../shared/clock.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const broker = (rateBps: number, splitPartnerBps = 6000) =>
  ({
    direction: 'we_pay',
    formula: 'split',
    base: 'gross_commission',
    trigger: 'deal_verified',
    rateBps,
    splitPartnerBps,
  }) as const;
async function engagementOf({ partnerId }: GivenPartner) {
  const [engagement] = (await (await world.asStaff('manager')).partners.get({ id: partnerId })).engagements;
  if (!engagement) throw new Error('the partner has no engagement');
  return engagement;
}
/** A wish for the engagement as it stands. */
async function wish(partner: GivenPartner, rateBps: number) {
  const { id, version } = await engagementOf(partner);
  return { engagementId: id, version, name: 'Spring', terms: broker(rateBps), reason: 'Agreed by phone' };
}
async function amountOf(dealId: string): Promise<bigint | undefined> {
  return (await (await world.asStaff('finance')).deals.get({ id: dealId })).commissions[0]?.amountMinor;
}

test('a rate outside the range of the type is refused, inside it is stored, named and explained', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  await expect(manager.partners.updateTerms(await wish(partner, 2501))).rejects.toThrow(/from 15 % to 25 %/);
  const { engagementId, version } = await wish(partner, 0);
  await manager.partners.updateTerms({
    engagementId,
    version,
    name: 'Spring',
    terms: broker(2250, 7000),
    reason: 'Agreed',
  });
  const engagement = await engagementOf(partner);
  expect(engagement).toMatchObject({
    inForce: { source: 'engagement', name: 'Spring', outsideRange: false },
    plans: [{ reason: 'Agreed', setByName: 'manager person' }],
  });
  const { rows } = await manager.partners.exportPage({ search: partner.name });
  expect(rows[0]).toMatchObject({ rateBps: 2250 });
  expect(engagement.sentence).toContain('70 % of the gross commission (22.5 % of the deal value');
});

test('only an administrator who insists sets terms outside the range, and the engagement shows who and why', async () => {
  const partner = await givenActivePartner(world);
  const [manager, admin] = [await world.asStaff('manager'), await world.asStaff('admin')];
  const outside = { ...(await wish(partner, 4000)), reason: 'Exclusive for a year' };
  await expect(manager.partners.overrideTerms(outside)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(admin.partners.updateTerms(outside)).rejects.toThrow(/from 15 % to 25 %/);
  await admin.partners.overrideTerms(outside);
  expect(await engagementOf(partner)).toMatchObject({
    inForce: { outsideRange: true },
    plans: [{ outsideRange: true, reason: 'Exclusive for a year', setByName: 'admin person' }],
  });
  const { timeline } = await admin.partners.get({ id: partner.partnerId });
  expect(timeline.at(-1)).toMatchObject({
    action: 'engagement.terms_overridden',
    reason: 'Exclusive for a year',
  });
});

test('a deal earns by the terms in force when it was verified, and a change to come counts from its day', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const change = await wish(partner, 2500);
  await manager.partners.updateTerms({ ...change, effectiveFrom: addDays(world.clock.now(), 10) });
  expect(await amountOf(await givenVerifiedDeal(world, partner))).toBe(120_000_00n);
  world.clock.advanceDays(10);
  const after = await givenVerifiedDeal(world, partner);
  expect(await amountOf(after)).toBe(150_000_00n);
  const { trace } = await (await world.asPartner(partner.email)).commissions.mineDetail({
    id: (await (await world.asStaff('finance')).deals.get({ id: after })).commissions[0]?.id ?? '',
  });
  expect(trace.steps[0]).toMatch(/Agreed for this engagement alone \(Spring\)/);
  // Released, it is back at what it began with; what was earned stays.
  world.clock.advanceDays(1);
  const { engagementId, version } = await wish(partner, 0);
  await manager.partners.updateTerms({ engagementId, version, name: 'Back', terms: null, reason: 'Over' });
  expect(await amountOf(await givenVerifiedDeal(world, partner))).toBe(120_000_00n);
  expect(await amountOf(after)).toBe(150_000_00n);
});

test('of many edits at once exactly one counts, and the others are told', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const { engagementId, version } = await wish(partner, 0);
  const answers = await Promise.allSettled([
    ...Array.from({ length: 6 }, (_, n) =>
      manager.partners.updateTerms({
        engagementId,
        version,
        name: `Try ${n}`,
        terms: broker(1600 + n),
        reason: 'X',
      }),
    ),
    manager.partners.changeRegions({ engagementId, version, regions: ['AE-DU'], reason: 'X' }),
    manager.partners.endEngagement({ engagementId, version, reason: 'X' }),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(answer.reason.code).toMatch(/CONFLICT|NOT_FOUND/);
  }
  const { plans, version: now } = await engagementOf(partner);
  expect(now).toBe(version + 1);
  expect(plans.length).toBeLessThanOrEqual(1);
});

test('ending an engagement while its deal is verified: both hold, and the deal earns once by the terms it had', async () => {
  for (let round = 0; round < 4; round += 1) {
    const partner = await givenActivePartner(world);
    const manager = await world.asStaff('manager');
    const lead = await givenQualifiedLead(world, { referredBy: partner });
    const { id } = await manager.deals.report({
      leadId: lead.leadId,
      valueMinor: 1_000_000_00n,
      currency: 'USD',
      closedAt: world.clock.now(),
    });
    const { engagementId, version } = await wish(partner, 0);
    await Promise.all([
      manager.deals.verify({ id }),
      manager.partners.endEngagement({ engagementId, version, reason: 'Left the country' }),
    ]);
    await world.settle();
    const { commissions } = await manager.deals.get({ id });
    expect(commissions.map(({ amountMinor }) => amountMinor)).toEqual([120_000_00n]);
    expect((await engagementOf(partner)).endedAt).toEqual(world.clock.now());
  }
});

test('an ended engagement takes no new terms, and the partner may begin anew in the same type', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const change = await wish(partner, 2000);
  const { engagementId, version } = change;
  await manager.partners.endEngagement({ engagementId, version, reason: 'Pause' });
  await expect(manager.partners.updateTerms({ ...change, version: version + 1 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await manager.partners.addEngagement({
    partnerId: partner.partnerId,
    partnerTypeCode: 'broker',
    regions: ['AE'],
  });
  expect((await manager.partners.get({ id: partner.partnerId })).engagements).toHaveLength(2);
});

test('new regions are measured by the type and by the rate that was agreed', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const { engagementId, version } = await wish(partner, 0);
  const move = (regions: string[]) =>
    manager.partners.changeRegions({ engagementId, version, regions, reason: 'Moves' });
  await expect(move(['IN'])).rejects.toThrow(/choose regions in United Arab Emirates/);
  await move(['AE-DU']);
  expect(await engagementOf(partner)).toMatchObject({ regions: ['AE-DU'], version: version + 1 });
});

test('a partner reads its terms in words and why, what comes, and not who set them or for what reason', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const change = { ...(await wish(partner, 2500)), reason: 'They threatened to leave' };
  await manager.partners.updateTerms({ ...change, effectiveFrom: addDays(world.clock.now(), 5) });
  const profile = await (await world.asPartner(partner.email)).portalProfile.get();
  expect(profile.engagements[0]).toMatchObject({
    sentence: expect.stringContaining('20 % of the deal value'),
    inForce: { why: expect.stringContaining('when this engagement began') },
    coming: [{ name: 'Spring', sentence: expect.stringContaining('25 % of the deal value') }],
  });
  expect(JSON.stringify(profile, (_key, one) => (typeof one === 'bigint' ? String(one) : one))).not.toMatch(
    /threatened|manager person/,
  );
});

test('a plan is never rewritten, not even by staff', async () => {
  const partner = await givenActivePartner(world);
  await (await world.asStaff('manager')).partners.updateTerms(await wish(partner, 1800));
  await expect(
    world.db.scopedSql({ audience: 'staff' }, (sql) => sql`update engagement_plans set rate_bps = 9000`),
  ).rejects.toThrow(/permission denied/);
});
