import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenQualifiedLead, givenShare } from '../../../test/given/deals.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { addDays } from '../../shared/clock.ts';

let world: World;
type Staff = Awaited<ReturnType<World['asStaff']>>;
let coordinator: Staff;

beforeAll(async () => {
  world = await World.open();
  coordinator = await world.asStaff('coordinator');
});
afterAll(() => world.close());

const complain = (partnerId: string, over: object = {}) =>
  coordinator.complaints.record({
    partnerId,
    complainant: 'client',
    category: 'conduct',
    severity: 'high',
    body: 'Shouted at Mrs Rossi on the phone',
    receivedAt: world.clock.now(),
    ...over,
  });

test('a complaint names only a lead the partner had to do with, and no day to come', async () => {
  const [partner, stranger] = [await givenActivePartner(world), await givenActivePartner(world)];
  const lead = await givenQualifiedLead(world);
  await givenShare(world, lead, partner);
  const sent = await givenQualifiedLead(world, { referredBy: partner });
  await expect(complain(stranger.partnerId, { leadId: lead.leadId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await complain(partner.partnerId, { leadId: lead.leadId });
  await complain(partner.partnerId, { leadId: sent.leadId });
  await expect(complain(partner.partnerId, { receivedAt: addDays(world.clock.now(), 1) })).rejects.toThrow(
    /still to come/,
  );
  expect(await coordinator.complaints.leadsToName({ partnerId: partner.partnerId })).toMatchObject([
    { id: lead.leadId },
  ]);
});

test('of two who resolve it at once one counts, and resolved it stays as it is', async () => {
  const { partnerId } = await givenActivePartner(world);
  const { id } = await complain(partnerId);
  const home = async () => (await coordinator.home.summary()).waiting.openComplaints;
  const before = await home();
  const resolve = (outcome: 'upheld' | 'unfounded') =>
    coordinator.complaints.resolve({ id, outcome, resolution: 'Spoke with both' });
  const results = await Promise.allSettled([resolve('upheld'), resolve('unfounded')]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(resolve('unfounded')).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await home()).toBe(before - 1);
});

test('who of ours read what a complaint says of a client stands in the trail, and what it says does not', async () => {
  const partner = await givenActivePartner(world);
  const lead = await givenQualifiedLead(world);
  await givenShare(world, lead, partner);
  const { id } = await complain(partner.partnerId, { leadId: lead.leadId });
  const auditor = await world.asStaff('auditor');
  expect((await auditor.complaints.list({ partnerId: partner.partnerId })).rows).toMatchObject([
    { id, body: expect.stringContaining('Rossi'), recordedByName: 'coordinator person' },
  ]);
  const { accountId } = await world.principal('staff', 'auditor@harbour.test');
  const read = await world.owner`
    select fields from audit_entries
    where action = 'client.read' and subject_id = ${lead.clientId} and actor_id = ${accountId}`;
  expect(read.map(({ fields }) => fields)).toContain('complaint');
  const trail = await world.owner`
    select row_to_json(a)::text as text from audit_entries a where subject_id = ${id}
    union all select row_to_json(r)::text from audit_reasons r where subject_id = ${id}
    union all select row_to_json(o)::text from outbox o where subject_id = ${id}`;
  expect(trail.length).toBeGreaterThanOrEqual(2);
  expect(trail.map(({ text }) => text).join()).not.toMatch(/Rossi/);
});

test('the database shows a partner and a client nothing of complaints and yearly checks, not even about themselves', async () => {
  const partner = await givenActivePartner(world);
  const lead = await givenQualifiedLead(world);
  await givenShare(world, lead, partner);
  await complain(partner.partnerId, { leadId: lead.leadId });
  const scopes = [
    { audience: 'partner', partnerId: partner.partnerId },
    { audience: 'patient', clientId: lead.clientId },
  ] as const;
  for (const scope of scopes) {
    for (const table of ['complaints', 'yearly_checks', 'yearly_check_items']) {
      const rows = await world.db.scopedSql(scope, (sql) => sql.unsafe(`select * from ${table}`));
      expect(rows, `${scope.audience} ${table}`).toHaveLength(0);
    }
  }
});
