import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenQualifiedLead, givenShare } from '../../../test/given/deals.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { reportDeal } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const facts = (change: object = {}) => ({
  valueMinor: 1_000_000_00n,
  currency: 'USD',
  closedAt: world.clock.now(),
  ...change,
});
const stateOf = async (table: 'leads' | 'partner_referrals' | 'deals', id: string) => {
  const [row] = await world.owner`select status from ${world.owner(table)} where id = ${id}`;
  return row?.status;
};
const partnerContext = async (email: string) =>
  world.requestAs('partner', await world.principal('partner', email));

test('reported, verified, reversed: lead and referral follow, and staff see who did it and why', async () => {
  const partner = await givenActivePartner(world, { name: 'Palm Brokers' });
  const lead = await givenQualifiedLead(world, { referredBy: partner });
  const coordinator = await world.asStaff('coordinator');
  const manager = await world.asStaff('manager');

  const { id } = await coordinator.deals.report({ leadId: lead.leadId, ...facts({ note: 'Two units' }) });
  expect(await stateOf('leads', lead.leadId)).toBe('in_progress');
  expect(await coordinator.deals.get({ id })).toMatchObject({
    status: 'reported',
    origin: 'referral',
    partnerName: 'Palm Brokers',
    partnerTypeName: 'Broker',
    reportedByName: 'coordinator person',
    note: 'Two units',
    commissions: [],
  });

  await manager.deals.verify({ id });
  await world.settle();
  expect(await stateOf('leads', lead.leadId)).toBe('converted');
  expect(await stateOf('partner_referrals', lead.referralId ?? '')).toBe('converted');
  expect((await manager.deals.get({ id })).commissions).toMatchObject([
    { partnerName: 'Palm Brokers', amountMinor: 120_000_00n, status: 'calculated' },
  ]);

  await manager.deals.reverse({ id, reason: 'The buyer withdrew' });
  expect(await stateOf('leads', lead.leadId)).toBe('in_progress');
  const detail = await manager.deals.get({ id });
  expect(detail.status).toBe('reversed');
  expect(detail.timeline.map((entry) => [entry.to, entry.actorName, entry.reason])).toEqual([
    ['reported', 'coordinator person', null],
    ['verified', 'manager person', null],
    ['reversed', 'manager person', 'The buyer withdrew'],
  ]);
});

test('a lead that is not qualified takes no deal, and the answer says what to do', async () => {
  const lead = await givenQualifiedLead(world);
  await world.owner`update leads set status = 'contacted' where id = ${lead.leadId}`;
  await expect(
    (await world.asStaff('coordinator')).deals.report({ leadId: lead.leadId, ...facts() }),
  ).rejects.toThrow(/Qualify this lead first/);
});

test('one source has one open deal; after a refusal it can be reported again', async () => {
  const lead = await givenQualifiedLead(world, { referredBy: await givenActivePartner(world) });
  const manager = await world.asStaff('manager');
  const report = () => manager.deals.report({ leadId: lead.leadId, ...facts() });
  const both = await Promise.allSettled([report(), report()]);
  const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
  expect(made).toHaveLength(1);

  await manager.deals.refuse({ id: made[0] ?? '', reason: 'Wrong value' });
  await expect(report()).resolves.toMatchObject({ id: expect.stringMatching(/^del_/) });
});

test('of two deals on one lead only one can be verified', async () => {
  const lead = await givenQualifiedLead(world);
  const manager = await world.asStaff('manager');
  const first = await manager.deals.report({ leadId: lead.leadId, ...facts() });
  const second = await manager.deals.report({ leadId: lead.leadId, ...facts() });
  await manager.deals.verify({ id: first.id });
  const coordinator = await world.asStaff('coordinator');
  expect((await coordinator.leads.get({ id: lead.leadId })).moves).toEqual([]);
  await expect(coordinator.leads.changeStatus({ id: lead.leadId, to: 'in_progress' })).rejects.toThrow(
    /Reverse that deal/,
  );
  await expect(manager.deals.verify({ id: second.id })).rejects.toThrow(/verified already/);
  await expect(world.owner`update deals set status = 'verified' where id = ${second.id}`).rejects.toThrow(
    /deals_lead_verified/,
  );
  expect(await stateOf('deals', second.id)).toBe('reported');
});

test('two deals on one lead verified at once: one counts, the other says why not', async () => {
  const lead = await givenQualifiedLead(world);
  const manager = await world.asStaff('manager');
  const report = () => manager.deals.report({ leadId: lead.leadId, ...facts() });
  const both = [await report(), await report()];
  const ends = await Promise.allSettled(both.map(({ id }) => manager.deals.verify({ id })));
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { message: expect.stringMatching(/verified already/) },
  });
});

test('a partner reports in its own scope; the worker then puts the lead in progress', async () => {
  const partner = await givenActivePartner(world);
  const lead = await givenQualifiedLead(world);
  const shareId = await givenShare(world, lead, partner);
  const ctx = await partnerContext(partner.email);
  const id = await inScope(ctx, (tx) =>
    reportDeal(tx, ctx, { source: { kind: 'share', shareId }, ...facts() }),
  );
  expect(await stateOf('leads', lead.leadId)).toBe('qualified');
  await world.settle();
  expect(await stateOf('leads', lead.leadId)).toBe('in_progress');
  expect(await (await world.asStaff('manager')).deals.get({ id })).toMatchObject({
    origin: 'share',
    shareId,
    partnerName: partner.name,
    reportedByName: `${partner.name} owner`,
  });
});

test('a partner cannot report on the share of another', async () => {
  const [owner, stranger] = [await givenActivePartner(world), await givenActivePartner(world)];
  const shareId = await givenShare(world, await givenQualifiedLead(world), owner);
  const ctx = await partnerContext(stranger.email);
  await expect(
    inScope(ctx, (tx) => reportDeal(tx, ctx, { source: { kind: 'share', shareId }, ...facts() })),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('a share that was not taken on closes no deal', async () => {
  const lead = await givenQualifiedLead(world);
  const shareId = await givenShare(world, lead, await givenActivePartner(world), 'sent');
  await expect(
    (await world.asStaff('manager')).deals.report({ leadId: lead.leadId, shareId, ...facts() }),
  ).rejects.toThrow(/not taken this lead on/);
});

test.each([
  [
    'a share of another lead',
    async () => {
      const shareId = await givenShare(
        world,
        await givenQualifiedLead(world),
        await givenActivePartner(world),
      );
      return { shareId };
    },
    /does not exist/,
  ],
  ['a day in the future', async () => ({ closedAt: new Date(world.clock.now().getTime() + 1000) }), /future/],
  ['a currency that is none', async () => ({ currency: 'ABC' }), /not a currency/],
  ['no value', async () => ({ valueMinor: 0n }), /above zero/],
])('a report with %s is refused', async (_name, change, message) => {
  const lead = await givenQualifiedLead(world);
  const manager = await world.asStaff('manager');
  await expect(
    manager.deals.report({ leadId: lead.leadId, ...facts(), ...(await change()) }),
  ).rejects.toThrow(message);
});

test('a list is paged without gaps or repeats and filters by state and partner', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const made: string[] = [];
  for (let n = 0; n < 5; n++) {
    const lead = await givenQualifiedLead(world, { referredBy: partner });
    made.push((await manager.deals.report({ leadId: lead.leadId, ...facts() })).id);
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof manager.deals.list>> = await manager.deals.list({
      partnerId: partner.partnerId,
      status: 'reported',
      limit: 2,
      cursor,
    });
    seen.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.sort()).toEqual(made.sort());
});
