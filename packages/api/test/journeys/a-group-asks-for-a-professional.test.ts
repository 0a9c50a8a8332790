import { coverage, credentials } from '@goodword/db/schema';
import type { ShareScope } from '@goodword/db/vocabulary';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope } from '../../src/platform/context.ts';
import { addDays } from '../../src/shared/clock.ts';
import { newId } from '../../src/shared/id.ts';
import { expectBooksInOrder } from '../given/books.ts';
import { givenClient } from '../given/clients.ts';
import { walkPartnerReads } from '../given/partner-reads.ts';
import { type GivenPartner, givenActivePartner } from '../given/partners.ts';
import { bytes } from '../given/wire.ts';
import { World } from '../given/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** A group of three in the patient portal that asks for somebody in Minnesota. */
async function givenGroup(email: string, name: string) {
  await givenClient(world, { name, email, phone: '+1 612 555 0199', account: true });
  const portal = await world.asPatient(email);
  const { id: groupId } = await portal.groups.create({
    name: `Friends of ${name}`,
    members: ['Boris', 'Cleo'],
  });
  const ask = (partnerTypeCode: string, consentScopes: ShareScope[]) =>
    portal.requests.create({
      groupId,
      partnerTypeCode,
      region: 'US-MN',
      groupSize: 3,
      priceMinMinor: 300_000_00n,
      priceMaxMinor: 450_000_00n,
      timeline: 'within_3_months',
      specificNeed: `Call ${name} about the house.`,
      consentScopes,
    });
  return { portal, ask };
}

function givenLicence({ partnerId }: GivenPartner) {
  const now = world.clock.now();
  return inScope(world.system, (tx) =>
    tx.insert(credentials).values({
      id: newId('credential', now),
      partnerId,
      kind: 'state_licence',
      number: 'MN-1',
      authority: 'Minnesota',
      region: 'US-MN',
      expiresAt: addDays(now, 365),
      verifiedAt: now,
      createdAt: now,
    }),
  );
}

const offeredIn = async (region: string) => {
  const { types } = await world.visitor('patient').coverage.check({ region });
  return types.filter(({ status }) => status === 'available').map(({ partnerTypeCode }) => partnerTypeCode);
};

test('from what is available in a state to a closed deal: both sides are introduced and the agent earns', async () => {
  const group = await givenGroup('rosa@mail.test', 'Rosa Delgado');
  await expect(group.ask('agent', ['contact'])).rejects.toThrow(/coming soon/);
  const agent = await givenActivePartner(world, {
    name: 'Northside Homes',
    type: 'agent',
    regions: ['US-MN'],
  });
  await (await world.asStaff('manager')).coverage.set({
    region: 'US-MN',
    partnerTypeCode: 'agent',
    status: 'available',
  });
  expect(await offeredIn('US-MN')).toEqual(['agent']);
  expect(await offeredIn('US-WI')).toEqual([]);

  const { id: requestId } = await group.ask('agent', ['contact', 'budget', 'requirements']);
  const coordinator = await world.asStaff('coordinator');
  const [candidate] = await coordinator.requests.candidates({ requestId });
  expect(candidate).toMatchObject({ partnerName: 'Northside Homes', eligible: true });
  const introduction = await coordinator.requests.match({
    requestId,
    engagementId: candidate?.engagementId ?? '',
  });
  await coordinator.requests.sendIntroduction({ introductionId: introduction.id });
  await world.settle();
  const [toAgent] = await world.mailsTo(agent.email);
  expect(toAgent).toMatchObject({ template: 'introduction-to-partner' });
  expect(toAgent?.body).toMatch(/Rosa Delgado/);
  const [toGroup] = await world.mailsTo('rosa@mail.test');
  expect(toGroup).toMatchObject({ template: 'introduction-to-client' });
  expect(toGroup?.body).toMatch(/Northside Homes/);

  const portal = await world.asPartner(agent.email);
  await portal.introductions.connect(introduction);
  expect((await group.portal.requests.mineDetail({ id: requestId })).introducedTo).toMatchObject({
    partnerName: 'Northside Homes',
    email: agent.email,
  });
  world.clock.advanceDays(30);
  await coordinator.requests.recordOutcome({
    introductionId: introduction.id,
    outcome: 'deal_closed',
    deal: { valueMinor: 400_000_00n, currency: 'USD', closedAt: world.clock.now() },
  });
  expect((await group.portal.requests.mineDetail({ id: requestId })).status).toBe('closed');

  const [attempt] = (await coordinator.requests.get({ id: requestId })).introductions;
  await (await world.asStaff('manager')).deals.verify({ id: attempt?.dealId ?? '' });
  await world.settle();
  // 2 % of 400,000 is the gross commission; half of it is the agent's.
  const [earned] = (await portal.commissions.mine({})).rows;
  expect(earned).toMatchObject({ line: 'introduction', amountMinor: 4_000_00n, currency: 'USD' });
  const finance = await world.asStaff('finance');
  await finance.commissions.approve({ ids: [earned?.id ?? ''] });
  expect(await expectBooksInOrder(world)).toEqual(['USD']);
});

test('an attorney earns nothing by law and, without consent for contact, never learns who the group is', async () => {
  const attorney = await givenActivePartner(world, {
    name: 'Lakeside Law',
    type: 'attorney',
    regions: ['US'],
  });
  await givenLicence(attorney);
  await inScope(world.system, (tx) =>
    tx.insert(coverage).values({
      region: 'US-MN',
      partnerTypeCode: 'attorney',
      status: 'available',
      changedAt: world.clock.now(),
    }),
  );
  const group = await givenGroup('zaphira@mail.test', 'Zaphira Canarysson');
  const { id: requestId } = await group.ask('attorney', ['budget', 'requirements']);
  const coordinator = await world.asStaff('coordinator');
  const introduction = await coordinator.requests.match({ requestId, engagementId: attorney.engagementId });
  await coordinator.requests.sendIntroduction({ introductionId: introduction.id });
  await world.settle();

  const portal = await world.asPartner(attorney.email);
  const ids = [introduction.id, requestId];
  const seen: unknown[] = [await walkPartnerReads(world, attorney.email, ids)];
  await portal.introductions.connect(introduction);
  seen.push(await walkPartnerReads(world, attorney.email, ids));
  await coordinator.requests.recordOutcome({
    introductionId: introduction.id,
    outcome: 'deal_closed',
    deal: { valueMinor: 400_000_00n, currency: 'USD', closedAt: world.clock.now() },
  });
  const [attempt] = (await coordinator.requests.get({ id: requestId })).introductions;
  const manager = await world.asStaff('manager');
  await manager.deals.verify({ id: attempt?.dealId ?? '' });
  await world.tick();
  seen.push(await walkPartnerReads(world, attorney.email, ids), await world.mailsTo(attorney.email));
  expect(bytes(seen)).toContain('US-MN');
  expect(bytes(seen)).not.toMatch(/zaphira|canary|555 ?0199/i);

  expect((await portal.commissions.mine({})).rows).toEqual([]);
  expect((await manager.deals.get({ id: attempt?.dealId ?? '' })).noCommissionReasons).toEqual([
    expect.stringMatching(/Lakeside Law: Referral fees are regulated/),
  ]);
  await expectBooksInOrder(world);
});
