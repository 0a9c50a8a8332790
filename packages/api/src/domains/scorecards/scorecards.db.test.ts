import { clientGroups, introductions, leadShares, referralRequests } from '@goodword/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient } from '../../../test/given/clients.ts';
import { givenQualifiedLead, givenShare, givenVerifiedDeal } from '../../../test/given/deals.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { addHours } from '../../shared/clock.ts';
import { newId } from '../../shared/id.ts';
import type { FigureKey } from './scorecard.ts';

let world: World;
type Staff = Awaited<ReturnType<World['asStaff']>>;
let coordinator: Staff;

beforeAll(async () => {
  world = await World.open();
  coordinator = await world.asStaff('coordinator');
});
afterAll(() => world.close());

type ShareSet = Partial<typeof leadShares.$inferInsert>;
/** A share made now, and what became of it. */
async function share(partner: GivenPartner, set: ShareSet): Promise<string> {
  const id = await givenShare(world, await givenQualifiedLead(world), partner, set.status ?? 'sent');
  await inScope(world.system, (tx) => tx.update(leadShares).set(set).where(eq(leadShares.id, id)));
  return id;
}
/** Introductions sent now, and what became of each. */
async function givenIntroductions(
  { partnerId, engagementId }: GivenPartner,
  all: Pick<typeof introductions.$inferInsert, 'status' | 'connectedAt' | 'closedAt' | 'outcome'>[],
): Promise<void> {
  const now = world.clock.now();
  const { clientId } = await givenClient(world);
  const groupId = newId('group', now);
  await inScope(world.system, async (tx) => {
    await tx
      .insert(clientGroups)
      .values({ id: groupId, name: 'Sisters', ownerClientId: clientId, createdAt: now });
    for (const one of all) {
      const requestId = newId('referralRequest', now);
      await tx.insert(referralRequests).values({
        ...{ id: requestId, groupId, clientId },
        partnerTypeCode: 'attorney',
        region: 'US-MN',
        status: 'closed',
        groupSize: 2,
        currency: 'USD',
        timeline: 'Soon',
        specificNeed: 'An agreement',
        createdAt: now,
      });
      await tx.insert(introductions).values({
        ...{ id: newId('introduction', now), requestId, clientId, partnerId, engagementId },
        matchReasons: [],
        proposedBy: 'test',
        proposedAt: now,
        introSentAt: now,
        ...one,
      });
    }
  });
}
const after = (hours: number) => addHours(world.clock.now(), hours);
const figureOf = async ({ partnerId }: GivenPartner, key: FigureKey, days: 90 | 180 | 365 = 180) =>
  (await coordinator.scorecards.ofPartner({ partnerId, days })).figures.find((one) => one.key === key);

test('acceptance and response count what the partner answered or let expire, and not what we took back', async () => {
  const partner = await givenActivePartner(world);
  await share(partner, { status: 'accepted', acceptedAt: after(1) });
  await share(partner, { status: 'closed', acceptedAt: after(2), endedAt: after(9), outcome: 'lost' });
  await share(partner, { status: 'rejected', endedAt: after(3) });
  await share(partner, { status: 'rejected', endedAt: after(10) });
  await share(partner, { status: 'expired', endedAt: after(72) });
  await share(partner, { status: 'withdrawn', endedAt: after(1) });
  await share(partner, { status: 'revoked', endedAt: after(1) });
  await share(partner, { status: 'sent' });
  world.clock.advanceDays(1);
  expect(await figureOf(partner, 'acceptance')).toMatchObject({ value: 4000, n: 2, of: 5 });
  // Four answers are too few to say how fast it is.
  expect(await figureOf(partner, 'response')).toMatchObject({ value: null, n: 4 });
  await share(partner, { status: 'accepted', acceptedAt: after(3) });
  world.clock.advanceDays(1);
  expect(await figureOf(partner, 'response')).toMatchObject({ value: 180, n: 5 });
});

test('conversion and retention count deals that staff verified, and those that were reversed against it', async () => {
  const partner = await givenActivePartner(world);
  const manager = await world.asStaff('manager');
  const dealIds: string[] = [];
  for (let n = 0; n < 5; n++) dealIds.push(await givenVerifiedDeal(world, partner, { through: 'share' }));
  const ended = { status: 'closed', acceptedAt: after(1), endedAt: after(5), outcome: 'won' } as const;
  await inScope(world.system, (tx) =>
    tx.update(leadShares).set(ended).where(eq(leadShares.partnerId, partner.partnerId)),
  );
  // Said by the partner alone.
  await share(partner, ended);
  await share(partner, { status: 'returned', acceptedAt: after(1), endedAt: after(2) });
  await manager.deals.reverse({ id: dealIds[0] ?? '', reason: 'Withdrawn' });
  world.clock.advanceDays(1);
  expect(await figureOf(partner, 'conversion')).toMatchObject({ n: 4, of: 7, value: 5714 });
  expect(await figureOf(partner, 'retention')).toMatchObject({ n: 4, of: 5, value: 8000 });
});

test('introductions count like shared leads', async () => {
  const partner = await givenActivePartner(world, { type: 'attorney', regions: ['US-MN'] });
  await givenIntroductions(partner, [
    { status: 'connected', connectedAt: after(4) },
    { status: 'connected', connectedAt: after(5) },
    { status: 'closed', connectedAt: after(6), closedAt: after(30), outcome: 'not_engaged' },
    { status: 'declined', closedAt: after(20) },
    { status: 'declined', closedAt: after(30) },
    { status: 'intro_sent' },
  ]);
  world.clock.advanceDays(2);
  expect(await figureOf(partner, 'acceptance')).toMatchObject({ value: 6000, n: 3, of: 5 });
  expect(await figureOf(partner, 'response')).toMatchObject({ value: 360, n: 5 });
  expect(await figureOf(partner, 'conversion')).toMatchObject({ n: 0, of: 1 });
});

test('the window before is beside it, and a longer window takes both together', async () => {
  const partner = await givenActivePartner(world);
  for (let n = 0; n < 5; n++) await share(partner, { status: 'rejected', endedAt: after(1) });
  world.clock.advanceDays(91);
  for (let n = 0; n < 5; n++) await share(partner, { status: 'accepted', acceptedAt: after(1) });
  world.clock.advanceDays(1);
  expect(await figureOf(partner, 'acceptance', 90)).toMatchObject({
    value: 10_000,
    before: { value: 0, n: 0, of: 5 },
    trend: 'better',
  });
  expect(await figureOf(partner, 'acceptance', 180)).toMatchObject({ value: 5000, n: 5, of: 10 });
});

test('complaints count unless they were unfounded', async () => {
  const partner = await givenActivePartner(world);
  const record = () =>
    coordinator.complaints.record({
      partnerId: partner.partnerId,
      complainant: 'client',
      category: 'conduct',
      severity: 'medium',
      body: 'Came an hour late',
      receivedAt: world.clock.now(),
    });
  const [first] = [await record(), await record()];
  expect(await figureOf(partner, 'complaints')).toMatchObject({ value: 2 });
  await coordinator.complaints.resolve({ id: first.id, outcome: 'unfounded', resolution: 'Wrong partner' });
  expect(await figureOf(partner, 'complaints')).toMatchObject({ value: 1 });
});

test.each(['acceptance', 'response', 'complaints', 'name'] as const)(
  'pages sorted by %s follow each other without a gap or a double, and too few to say come last',
  async (sort) => {
    for (const dir of ['asc', 'desc'] as const) {
      const seen: { partnerId: string; value: number | null }[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof coordinator.scorecards.list>> =
          await coordinator.scorecards.list({ sort, dir, days: 365, limit: 2, cursor });
        for (const { partnerId, figures } of page.rows) {
          seen.push({ partnerId, value: figures.find(({ key }) => key === sort)?.value ?? null });
        }
        cursor = page.nextCursor;
      } while (cursor);
      const ids = seen.map(({ partnerId }) => partnerId);
      expect(new Set(ids).size).toBe(ids.length);
      const [active] = await world.owner`select count(*)::int as n from partners where status = 'active'`;
      expect(ids).toHaveLength(active?.n);
      if (sort === 'name') continue;
      const values = seen.flatMap(({ value }) => value ?? []);
      expect(values).toEqual(values.toSorted((a, b) => (dir === 'asc' ? a - b : b - a)));
      expect(seen.slice(values.length).every(({ value }) => value === null)).toBe(true);
    }
  },
);
