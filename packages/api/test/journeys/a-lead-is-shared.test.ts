import type { ShareScope } from '@goodword/db/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectBooksInOrder } from '../given/books.ts';
import { givenClient, givenConsent, givenLead } from '../given/clients.ts';
import { walkPartnerReads } from '../given/partner-reads.ts';
import { type GivenPartner, givenActivePartner } from '../given/partners.ts';
import { bytes } from '../given/wire.ts';
import { World } from '../given/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const canary = { name: 'Zaphira Canarysson', phone: '+971 50 424 2424', location: 'Canary Wharf' };
const needles = /zaphira|canary|424 ?2424/i;
const ticks = (...scopes: ShareScope[]) => ({
  contact: scopes.includes('contact'),
  budget: scopes.includes('budget'),
  requirements: scopes.includes('requirements'),
});

/** A qualified lead of a client who allows brokers these parts of it. */
async function givenAllowedLead(email: string, ...scopes: ShareScope[]) {
  const { clientId } = await givenClient(world, { ...canary, email });
  for (const scope of scopes) await givenConsent(world, clientId, { scope, recipient: 'broker' });
  const leadId = await givenLead(world, clientId, {
    status: 'qualified',
    budgetMinMinor: 800_000_00n,
    budgetMaxMinor: 1_200_000_00n,
    propertyType: 'Apartment',
    place: 'Dubai Marina',
    message: 'Ask for Zaphira.',
  });
  return { clientId, leadId };
}

const shareOf = (leadId: string, { partnerId, engagementId }: GivenPartner, ...scopes: ShareScope[]) => ({
  leadId,
  partnerId,
  engagementId,
  ticks: ticks(...scopes),
});

test('a coordinator shares what the preview showed; the partner wins the deal and earns', async () => {
  const partner = await givenActivePartner(world, { name: 'Palm Brokers', capacity: 3 });
  const { leadId } = await givenAllowedLead('zaphira@mail.test', 'contact', 'budget', 'requirements');
  const coordinator = await world.asStaff('coordinator');
  const [candidate] = await coordinator.shares.candidates({ leadId });
  expect(candidate).toMatchObject({ partnerName: 'Palm Brokers', eligible: true });
  const share = shareOf(leadId, partner, 'contact', 'budget', 'requirements');
  const preview = await coordinator.shares.preview(share);
  expect(preview.lead.contact).toBeNull();
  const { id } = await coordinator.shares.create(share);
  await world.settle();
  const offers = await world.mailsTo(partner.email);
  expect(offers.map(({ template }) => template)).toEqual(['share-offered']);
  expect(bytes(offers)).not.toMatch(needles);

  const portal = await world.asPartner(partner.email);
  expect((await portal.portal.home()).needsAnswer).toMatchObject([{ kind: 'share', id }]);
  expect(bytes((await portal.shares.mineDetail({ id })).lead)).toBe(bytes(preview.lead));
  world.clock.advanceMinutes(90);
  await portal.shares.accept({ id });
  const opened = await portal.shares.mineDetail({ id });
  expect(bytes(opened.lead)).toBe(bytes(preview.leadAfterAcceptance));
  expect(opened.lead.contact).toMatchObject({ name: canary.name, email: 'zaphira@mail.test' });

  await portal.shares.start({ id });
  world.clock.advanceDays(10);
  await portal.shares.close({ id, outcome: 'won', valueMinor: 1_000_000_00n, currency: 'USD' });
  await world.settle();
  const manager = await world.asStaff('manager');
  const [deal] = (await manager.deals.list({ partnerId: partner.partnerId })).rows;
  expect(deal).toMatchObject({ status: 'reported', origin: 'share', valueMinor: 1_000_000_00n, leadId });
  await manager.deals.verify({ id: deal?.id ?? '' });
  await world.settle();
  expect(await manager.leads.get({ id: leadId })).toMatchObject({ status: 'converted' });

  const [earned] = (await portal.commissions.mine({})).rows;
  expect(earned).toMatchObject({
    status: 'calculated',
    line: 'share',
    shareId: id,
    amountMinor: 120_000_00n,
  });
  const finance = await world.asStaff('finance');
  expect((await finance.commissions.approve({ ids: [earned?.id ?? ''] })).results).toMatchObject([
    { ok: true },
  ]);
  expect(await portal.portal.home()).toMatchObject({
    received: 1,
    accepted: 1,
    closed: 1,
    acceptanceRateBps: 10_000,
    conversionRateBps: 10_000,
    revenue: [{ currency: 'USD', amountMinor: 1_000_000_00n }],
    commissionEarned: [{ currency: 'USD', amountMinor: 120_000_00n }],
    needsAnswer: [],
  });
  expect(await expectBooksInOrder(world)).toEqual(['USD']);
});

test('without consent for contact the client appears in nothing that the partner can reach, at any step', async () => {
  const partner = await givenActivePartner(world);
  const { clientId, leadId } = await givenAllowedLead('zaphira.two@mail.test', 'budget', 'requirements');
  const coordinator = await world.asStaff('coordinator');
  const everything = shareOf(leadId, partner, 'contact', 'budget', 'requirements');
  await expect(coordinator.shares.create(everything)).rejects.toThrow(
    /has not agreed to share contact details/,
  );
  expect(bytes(await coordinator.shares.preview(everything))).not.toMatch(needles);
  const { id } = await coordinator.shares.create(shareOf(leadId, partner, 'budget', 'requirements'));
  await world.settle();

  const portal = await world.asPartner(partner.email);
  const seen: unknown[] = [];
  const look = async () => {
    const [deal] = await world.owner<{ id: string }[]>`select id from deals where lead_id = ${leadId}`;
    const ids = [id, leadId, clientId, ...(deal ? [deal.id] : [])];
    seen.push(await walkPartnerReads(world, partner.email, ids), await portal.shares.csv({}));
  };
  await look();
  await portal.shares.accept({ id });
  await look();
  await portal.shares.start({ id });
  await portal.shares.close({ id, outcome: 'won', valueMinor: 900_000_00n, currency: 'USD' });
  await world.settle();
  await look();
  const manager = await world.asStaff('manager');
  const [deal] = (await manager.deals.list({ leadId })).rows;
  await manager.deals.verify({ id: deal?.id ?? '' });
  await world.settle();
  const [earned] = (await portal.commissions.mine({})).rows;
  await (await world.asStaff('finance')).commissions.approve({ ids: [earned?.id ?? ''] });
  await world.tick();
  await look();
  seen.push(await world.mailsTo(partner.email));

  // The walk would see the client if it were there: what is allowed does come through.
  expect(bytes(seen)).toContain('Dubai Marina');
  expect(bytes(seen)).toContain('commission-approved');
  expect(bytes(seen)).not.toMatch(needles);
  await expectBooksInOrder(world);
});

test('20 shares at once to a partner with capacity 5 end as exactly 5', async () => {
  const partner = await givenActivePartner(world, { capacity: 5 });
  const coordinator = await world.asStaff('coordinator');
  const leads = await Promise.all(
    Array.from({ length: 20 }, (_, n) => givenAllowedLead(`rush-${n}@mail.test`, 'budget')),
  );
  const results = await Promise.allSettled(
    leads.map(({ leadId }) => coordinator.shares.create(shareOf(leadId, partner, 'budget'))),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  await world.settle();
  const portal = await world.asPartner(partner.email);
  expect((await portal.shares.mine({ limit: 50 })).rows).toHaveLength(5);
  expect(await world.mailsTo(partner.email)).toHaveLength(5);
  expect((await portal.portal.home()).open).toBe(5);
  await expectBooksInOrder(world);
});
