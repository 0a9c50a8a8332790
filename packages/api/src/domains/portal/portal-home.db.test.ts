import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenConsent, givenLead } from '../../../test/given/clients.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

test('a won lead counts as revenue once verified, and as commission once approved', async () => {
  const coordinator = await world.asStaff('coordinator');
  const manager = await world.asStaff('manager');
  const finance = await world.asStaff('finance');
  const partner = await givenActivePartner(world, { type: 'broker', capacity: 3 });
  const other = await givenActivePartner(world, { type: 'broker' });
  const { clientId } = await givenClient(world);
  await givenConsent(world, clientId, { scope: 'budget', recipient: 'broker' });
  const leadId = await givenLead(world, clientId, { status: 'qualified' });
  const { partnerId, engagementId } = partner;
  const ticks = { contact: false, budget: true, requirements: false };
  const { id } = await coordinator.shares.create({ leadId, partnerId, engagementId, ticks });

  const portal = await world.asPartner(partner.email);
  expect((await portal.portal.home()).needsAnswer).toMatchObject([{ kind: 'share', id }]);
  world.clock.advanceMinutes(120);
  await portal.shares.accept({ id });
  world.clock.advanceDays(4);
  await portal.shares.close({ id, outcome: 'won', valueMinor: 1_000_000_00n, currency: 'USD' });
  await world.settle();
  expect((await portal.portal.home()).revenue).toEqual([]);

  const deal = (await portal.shares.mineDetail({ id })).deal;
  await manager.deals.verify({ id: deal?.id ?? '' });
  await world.settle();
  expect(await portal.portal.home()).toMatchObject({
    revenue: [{ currency: 'USD', amountMinor: 1_000_000_00n }],
    averageDealSize: [{ currency: 'USD', amountMinor: 1_000_000_00n }],
    commissionEarned: [],
  });
  const { rows } = await finance.commissions.list({});
  await finance.commissions.approve({ ids: rows.map((row) => row.id) });
  expect(await portal.portal.home()).toMatchObject({
    received: 1,
    accepted: 1,
    closed: 1,
    open: 0,
    capacity: 3,
    averageResponseHours: 2,
    averageDaysToClose: 4.1,
    commissionEarned: [{ currency: 'USD', amountMinor: 120_000_00n }],
    needsAnswer: [],
  });
  const stranger = await (await world.asPartner(other.email)).portal.home();
  expect(stranger).toMatchObject({ received: 0, revenue: [], commissionEarned: [], acceptanceRateBps: null });
});
