import { clients, credentials, leads, partners } from '@goodword/db/schema';
import type { ConsentDecision, ShareScope } from '@goodword/db/vocabulary';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenClient, givenConsent, givenLead } from '../../../test/given/clients.ts';
import { walkPartnerReads } from '../../../test/given/partner-reads.ts';
import { type GivenPartner, givenActivePartner, type PartnerOptions } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { addDays } from '../../shared/clock.ts';
import { newId } from '../../shared/id.ts';
import { grantConsents } from '../consent/index.ts';

let world: World;
let staff: Awaited<ReturnType<World['asStaff']>>;

beforeAll(async () => {
  world = await World.open();
  staff = await world.asStaff('coordinator');
});
afterAll(() => world.close());

const canary = {
  name: 'Zaphira Canarysson',
  email: 'zaphira.canary@secret.test',
  phone: '+971 50 424 2424',
  location: 'Canary Wharf',
};
const needles = /Zaphira|Canary|zaphira\.canary|424 ?2424|4242424/;

const details = {
  status: 'qualified',
  budgetMinMinor: 400_000_00n,
  budgetMaxMinor: 500_000_00n,
  financing: 'Mortgage',
  propertyType: 'Apartment',
  place: 'Marina',
  amenities: ['Pool', 'View'],
  message: 'Please call Zaphira any time.',
} as const;

/** A client with a qualified lead who allows these scopes to brokers. */
async function givenSharedLead(scopes: readonly ShareScope[], lead: Partial<typeof leads.$inferInsert> = {}) {
  const client = await givenClient(world, {
    ...canary,
    email: `canary-${newId('client', new Date())}@secret.test`,
  });
  await inScope(world.system, (tx) =>
    tx.update(clients).set({ email: canary.email }).where(eq(clients.id, client.clientId)),
  );
  for (const scope of scopes) await givenConsent(world, client.clientId, { scope, recipient: 'broker' });
  const leadId = await givenLead(world, client.clientId, {
    ...details,
    amenities: ['Pool', 'View'],
    ...lead,
  });
  return { leadId, clientId: client.clientId };
}

function decide(clientId: string, scope: ShareScope, decision: ConsentDecision, recipient = 'broker') {
  return inScope(world.system, (tx) =>
    grantConsents(tx, world.system, [
      {
        clientId,
        purpose: 'lead_sharing',
        recipientKind: recipient.startsWith('par_') ? 'partner' : 'class',
        recipient,
        scope,
        decision,
        channel: 'patient_portal',
        evidence: 'test',
      },
    ]),
  );
}

const ticks = (...scopes: ShareScope[]) => ({
  contact: scopes.includes('contact'),
  budget: scopes.includes('budget'),
  requirements: scopes.includes('requirements'),
});

const everything = ['contact', 'budget', 'requirements'] as const;

async function share(partner: GivenPartner, leadId: string, ...scopes: ShareScope[]) {
  const { partnerId, engagementId } = partner;
  const { id } = await staff.shares.create({ leadId, partnerId, engagementId, ticks: ticks(...scopes) });
  return id;
}

const given = (options: PartnerOptions = {}) => givenActivePartner(world, options);
const as = (partner: GivenPartner) => world.asPartner(partner.email);
const statusOf = async (id: string) =>
  (await world.owner<{ status: string }[]>`select status from lead_shares where id = ${id}`)[0]?.status;

/** What goes over the wire: bytes, whatever the value types are. */
const bytes = (value: unknown) =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}n` : item));

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => {
      throw new Error('this should have been refused');
    },
    (caught: unknown) => caught as Error & { cause?: { code?: string; fields?: Record<string, string> } },
  );
  return { code: error.cause?.code, fields: error.cause?.fields, message: error.message };
}

describe('sharing a lead', () => {
  test('of somebody who typed an address into a public form is refused until the address is proved', async () => {
    const partner = await given();
    const { leadId, clientId } = await givenSharedLead(everything);
    const typed = { emailNormalised: null, emailVerifiedAt: null };
    const setClient = (facts: Partial<typeof clients.$inferInsert>) =>
      inScope(world.system, (tx) => tx.update(clients).set(facts).where(eq(clients.id, clientId)));
    await setClient(typed);
    const refused = await refusal(share(partner, leadId, 'contact'));
    expect(refused).toMatchObject({ code: 'not_eligible' });
    expect(refused.message).toMatch(/has not confirmed the address yet/);
    expect((await refusal(staff.shares.candidates({ leadId }))).code).toBe('not_eligible');
    await setClient({
      emailNormalised: `proved-${clientId}@secret.test`,
      emailVerifiedAt: world.clock.now(),
    });
    expect(await statusOf(await share(partner, leadId, 'contact'))).toBe('sent');
  });

  test('is refused for every ticked scope the client has not agreed to, by name, and leaves nothing behind', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['requirements']);
    const refused = await refusal(share(partner, leadId, ...everything));
    expect(refused.code).toBe('consent_missing');
    expect(refused.message).toMatch(/contact details and budget/);
    expect(Object.keys(refused.fields ?? {})).toEqual(['ticks.contact', 'ticks.budget']);
    const rows = await world.owner`select id from lead_shares where lead_id = ${leadId}`;
    expect(rows).toHaveLength(0);
  });

  test.each([
    { type: 'broker', scopes: everything },
    { type: 'broker', scopes: ['budget'] },
    { type: 'developer', scopes: everything },
    { type: 'service_provider', scopes: ['contact', 'requirements'] },
  ] as const)(
    'shows a $type with $scopes, byte for byte, what the preview showed',
    async ({ type, scopes }) => {
      const partner = await given({ type });
      const { leadId, clientId } = await givenSharedLead([]);
      for (const scope of everything) await givenConsent(world, clientId, { scope, recipient: type });
      const { partnerId, engagementId } = partner;
      const input = { leadId, partnerId, engagementId, ticks: ticks(...scopes) };
      const preview = await staff.shares.preview(input);
      const { id } = await staff.shares.create(input);
      const portal = await as(partner);
      expect(bytes((await portal.shares.mineDetail({ id })).lead)).toBe(bytes(preview.lead));
      expect(bytes((await portal.shares.mine({})).rows[0]?.lead)).toBe(bytes(preview.lead));
      await portal.shares.accept({ id });
      expect(bytes((await portal.shares.mineDetail({ id })).lead)).toBe(bytes(preview.leadAfterAcceptance));
      expect(preview.lead.requirements === null).toBe(
        !(scopes as readonly string[]).includes('requirements'),
      );
    },
  );

  test('20 at once to a partner with capacity 5 end as exactly 5', async () => {
    const partner = await given({ capacity: 5 });
    const prepared = await Promise.all(Array.from({ length: 20 }, () => givenSharedLead(['budget'])));
    const results = await Promise.allSettled(prepared.map(({ leadId }) => share(partner, leadId, 'budget')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason.cause.code).toBe('capacity_reached');
    }
    const [row] = await world.owner<{ n: number }[]>`
      select count(*)::int as n from lead_shares where partner_id = ${partner.partnerId}`;
    expect(row?.n).toBe(5);
  });

  test('a freed place can be taken again', async () => {
    const partner = await given({ capacity: 1 });
    const first = await givenSharedLead(['budget']);
    const second = await givenSharedLead(['budget']);
    const id = await share(partner, first.leadId, 'budget');
    expect((await refusal(share(partner, second.leadId, 'budget'))).code).toBe('capacity_reached');
    await (await as(partner)).shares.reject({ id, reason: 'No time' });
    await share(partner, second.leadId, 'budget');
  });

  test('consent withdrawn while it was being shared leaves no open share behind', async () => {
    const partner = await given();
    const { leadId, clientId } = await givenSharedLead(['budget']);
    const id = await share(partner, leadId, 'budget');
    // As if it had been committed a moment before the share: no event of its own comes after.
    await givenConsent(world, clientId, { scope: 'budget', recipient: 'broker', decision: 'withdrawn' });
    await world.settle();
    expect(await statusOf(id)).toBe('revoked');
    expect((await world.mailsTo(partner.email)).map(({ template }) => template)).toEqual([
      'share-taken-back',
    ]);
  });

  test('twice to the same partner is refused, also at the same moment', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['budget']);
    const results = await Promise.allSettled([1, 2, 3].map(() => share(partner, leadId, 'budget')));
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(2);
    for (const { reason } of failed) expect(reason.cause.code).toBe('already_exists');
  });

  test('is refused above the ceiling of the type, without a tick, outside the region, and for a lead that is over', async () => {
    const { leadId, clientId } = await givenSharedLead(everything);
    for (const scope of everything)
      await givenConsent(world, clientId, { scope, recipient: 'service_provider' });
    const provider = await given({ type: 'service_provider' });
    expect(await refusal(share(provider, leadId, 'budget'))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/never sees budget/),
    });
    const broker = await given();
    expect((await refusal(share(broker, leadId))).code).toBe('invalid_input');
    const far = await given({ regions: ['IN'] });
    expect((await refusal(share(far, leadId, 'budget'))).message).toMatch(/region/);
    const over = await givenSharedLead(everything, { status: 'lost' });
    expect((await refusal(share(broker, over.leadId, 'budget'))).message).toMatch(/can no longer be shared/);
  });

  test.each(['suspended', 'inactive', 'approved'] as const)(
    'is refused to a partner that is %s',
    async (status) => {
      const { leadId } = await givenSharedLead(['budget']);
      const refused = await refusal(share(await given({ status }), leadId, 'budget'));
      expect(refused).toMatchObject({ code: 'not_eligible', message: expect.stringMatching(/not active/) });
    },
  );

  test('needs the licence the region asks for, verified and in date', async () => {
    const agent = await given({ type: 'rera_agent', regions: ['IN'] });
    const { leadId, clientId } = await givenSharedLead([], { region: 'IN-MH' });
    await givenConsent(world, clientId, { scope: 'budget', recipient: 'rera_agent' });
    expect((await refusal(share(agent, leadId, 'budget'))).message).toMatch(
      /no verified RERA number for India/,
    );
    const now = world.clock.now();
    const licence = (expiresAt: Date, verified: boolean) =>
      inScope(world.system, (tx) =>
        tx.insert(credentials).values({
          id: newId('credential', now),
          partnerId: agent.partnerId,
          kind: 'rera',
          number: 'A51800000000',
          authority: 'MahaRERA',
          region: 'IN-MH',
          expiresAt,
          verifiedAt: verified ? now : null,
          createdAt: now,
        }),
      );
    await licence(addDays(now, 300), false);
    expect((await refusal(share(agent, leadId, 'budget'))).message).toMatch(
      /no verified RERA number for India/,
    );
    await licence(addDays(now, -1), true);
    expect((await refusal(share(agent, leadId, 'budget'))).message).toMatch(/expired/);
    await licence(addDays(now, 300), true);
    await share(agent, leadId, 'budget');
  });

  test('an engagement of another partner does not exist for this one', async () => {
    const [one, other] = [await given(), await given()];
    const { leadId } = await givenSharedLead(['budget']);
    const mixed = {
      leadId,
      partnerId: one.partnerId,
      engagementId: other.engagementId,
      ticks: ticks('budget'),
    };
    expect((await refusal(staff.shares.create(mixed))).code).toBe('not_found');
    expect((await refusal(staff.shares.preview(mixed))).code).toBe('not_found');
  });

  test('tells the partner by mail that something waits, without a word about the client', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    await world.settle();
    await world.settle();
    const mails = await world.mailsTo(partner.email);
    expect(mails.map(({ template }) => template)).toEqual(['share-offered']);
    expect(mails[0]?.html).toContain(`http://partner.test/leads/${id}`);
    expect(mails[0]?.body).toMatch(/Please answer by \w+, March \d+ at \d\d:\d\d GMT\+4/);
    expect(bytes(mails)).not.toMatch(needles);
  });
});

describe('candidates', () => {
  test('name every partner of the region with what stands in its way, those who can take the lead first', async () => {
    const region = 'SG';
    const { leadId, clientId } = await givenSharedLead([], { region });
    await givenConsent(world, clientId, { scope: 'requirements', recipient: 'banker' });
    await givenConsent(world, clientId, { scope: 'contact', recipient: 'banker' });
    const at = { type: 'banker', regions: [region] } as const;
    const free = await given({ ...at, regions: [region], name: 'Anchor Bank' });
    const full = await given({ ...at, regions: [region], name: 'Brim Bank', capacity: 0 });
    const holding = await given({ ...at, regions: [region], name: 'Crown Bank' });
    const law = await given({ type: 'law', regions: [region], name: 'Docket Law' });
    const suspended = await given({ ...at, regions: [region], name: 'Aardvark Bank', status: 'suspended' });
    await given({ type: 'banker', regions: ['US'], name: 'Elsewhere Bank' });
    await staff.shares.create({
      leadId,
      partnerId: holding.partnerId,
      engagementId: holding.engagementId,
      ticks: ticks('requirements'),
    });

    const rows = await staff.shares.candidates({ leadId });
    expect(rows.map(({ partnerId, obstacles }) => [partnerId, obstacles])).toEqual([
      [free.partnerId, []],
      [full.partnerId, ['capacity_reached']],
      [holding.partnerId, ['already_shared']],
      [law.partnerId, ['no_consent']],
      [suspended.partnerId, ['partner_not_active']],
    ]);
    expect(rows[0]).toMatchObject({
      eligible: true,
      consented: ['contact', 'requirements'],
      defaultTicks: { contact: true, budget: false, requirements: true },
      contactOpensAt: 'accepted',
      openShares: 0,
    });
    expect(rows[2]?.openShares).toBe(1);
    const found = await staff.shares.candidates({ leadId, search: 'dock' });
    expect(found.map(({ partnerName }) => partnerName)).toEqual(['Docket Law']);
  });
});

describe('what the partner sees', () => {
  test('contact opens for a broker when it accepts, and for a developer at once', async () => {
    const broker = await given();
    const { leadId, clientId } = await givenSharedLead(everything);
    const id = await share(broker, leadId, ...everything);
    const portal = await as(broker);
    const before = await portal.shares.mineDetail({ id });
    expect(before.lead.contact).toBeNull();
    expect(before.lead.locked).toEqual([
      { field: 'contact', reason: 'opens_on_acceptance' },
      { field: 'message', reason: 'opens_on_acceptance' },
    ]);
    expect(before.moves).toEqual(['accepted', 'rejected']);
    expect(bytes(before)).not.toMatch(needles);
    await portal.shares.accept({ id });
    const after = await portal.shares.mineDetail({ id });
    expect(after.lead.contact).toEqual(canary);
    expect(after.lead.message).toBe(details.message);

    const developer = await given({ type: 'developer' });
    await givenConsent(world, clientId, { scope: 'contact', recipient: 'developer' });
    const direct = await share(developer, leadId, 'contact');
    expect((await (await as(developer)).shares.mineDetail({ id: direct })).lead.contact).toEqual(canary);
  });

  test('withdrawn consent hides its part on the very next read and leaves the rest', async () => {
    const partner = await given();
    const { leadId, clientId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    const portal = await as(partner);
    await portal.shares.accept({ id });
    expect(bytes(await portal.shares.mineDetail({ id }))).toMatch(needles);
    await decide(clientId, 'contact', 'withdrawn');
    const next = await portal.shares.mineDetail({ id });
    expect(bytes(next)).not.toMatch(needles);
    expect(next.lead.budget).not.toBeNull();
    await world.settle();
    expect(await statusOf(id)).toBe('accepted');
    expect((await portal.shares.mineDetail({ id })).lead.requirements).not.toBeNull();
  });

  test('a share with no consent left is revoked, shows nothing but dates, and frees its place', async () => {
    const partner = await given({ capacity: 1 });
    const { leadId, clientId } = await givenSharedLead(['budget', 'contact']);
    const id = await share(partner, leadId, 'budget', 'contact');
    await decide(clientId, 'budget', 'withdrawn', partner.partnerId);
    await world.settle();
    expect(await statusOf(id)).toBe('sent');
    await decide(clientId, 'contact', 'withdrawn');
    await world.settle();
    expect(await statusOf(id)).toBe('revoked');
    const seen = await (await as(partner)).shares.mineDetail({ id });
    expect(seen.lead).toMatchObject({ contact: null, budget: null, requirements: null, message: null });
    expect(new Set(seen.lead.locked.map(({ reason }) => reason))).toEqual(new Set(['ended']));
    expect(seen.moves).toEqual([]);
    const mails = await world.mailsTo(partner.email);
    expect(mails.map(({ template }) => template).sort()).toEqual(['share-offered', 'share-taken-back']);
    const next = await givenSharedLead(['budget']);
    await share(partner, next.leadId, 'budget');
  });

  test.each(['reject', 'return'] as const)('nothing of the lead after it chose to %s it', async (step) => {
    const partner = await given();
    const { leadId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    const portal = await as(partner);
    if (step === 'return') await portal.shares.accept({ id });
    await portal.shares[step]({ id, reason: 'Not my area' });
    const seen = await portal.shares.mineDetail({ id });
    expect(seen.lead).toMatchObject({ contact: null, budget: null, requirements: null });
    expect(await portal.shares.csv({})).not.toMatch(/Marina|Mortgage|500,000/);
    const [line] = await staff.shares.forLead({ leadId });
    expect(line).toMatchObject({ endReason: 'Not my area', visible: [] });
  });

  test('nothing after we withdrew it, and the partner is told', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    await staff.shares.withdraw({ id, reason: 'Shared by mistake with Zaphira' });
    await world.settle();
    const seen = await (await as(partner)).shares.mineDetail({ id });
    expect(seen.status).toBe('withdrawn');
    expect(bytes(seen)).not.toMatch(needles);
    expect((await world.mailsTo(partner.email)).map(({ template }) => template)).toEqual([
      'share-taken-back',
    ]);
  });

  test('ids of other partners answer as if they did not exist, for reading and for every step', async () => {
    const [owner, stranger] = [await given(), await given()];
    const { leadId } = await givenSharedLead(everything);
    const id = await share(owner, leadId, 'budget');
    const portal = await as(stranger);
    const steps = [
      () => portal.shares.mineDetail({ id }),
      () => portal.shares.accept({ id }),
      () => portal.shares.start({ id }),
      () => portal.shares.reject({ id, reason: 'x y' }),
      () => portal.shares.return({ id, reason: 'x y' }),
      () => portal.shares.close({ id, outcome: 'lost' }),
    ];
    for (const step of steps) await expect(step()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await portal.shares.mine({})).rows).toEqual([]);
    expect(await statusOf(id)).toBe('sent');
  });
});

describe('working a share', () => {
  test('accepted, started, closed as won: the deal is reported with its value and counts for nothing yet', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    const portal = await as(partner);
    world.clock.advanceMinutes(90);
    await portal.shares.accept({ id });
    await portal.shares.start({ id });
    expect((await portal.shares.mineDetail({ id })).moves).toEqual(['returned', 'closed']);
    await portal.shares.close({
      id,
      outcome: 'won',
      valueMinor: 450_000_00n,
      currency: 'USD',
      note: 'Signed',
    });
    const seen = await portal.shares.mineDetail({ id });
    expect(seen).toMatchObject({
      status: 'closed',
      outcome: 'won',
      deal: { status: 'reported', valueMinor: 450_000_00n, currency: 'USD' },
    });
    expect(seen.lead.contact).toEqual(canary);
    expect(await portal.portal.home()).toMatchObject({
      received: 1,
      accepted: 1,
      acceptanceRateBps: 10_000,
      closed: 1,
      conversionRateBps: 10_000,
      open: 0,
      averageResponseHours: 1.5,
      revenue: [],
      commissionEarned: [],
      needsAnswer: [],
    });
  });

  test('a win without its value is refused by the form, a loss needs none', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['budget']);
    const id = await share(partner, leadId, 'budget');
    const portal = await as(partner);
    await portal.shares.accept({ id });
    await expect(portal.shares.close({ id, outcome: 'won' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await statusOf(id)).toBe('accepted');
    await portal.shares.close({ id, outcome: 'lost' });
    expect((await portal.shares.mineDetail({ id })).deal).toBeNull();
  });

  test('an answer after the deadline is refused, and the share expires by itself', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['budget']);
    const id = await share(partner, leadId, 'budget');
    world.clock.advanceDays(3);
    await expect((await as(partner)).shares.accept({ id })).rejects.toThrow(/time to answer/);
    await world.tick();
    expect(await statusOf(id)).toBe('expired');
  });

  test('of declining and withdrawing at the same moment one wins and nothing is half done', async () => {
    for (let round = 0; round < 5; round++) {
      const partner = await given();
      const { leadId } = await givenSharedLead(['budget']);
      const id = await share(partner, leadId, 'budget');
      const portal = await as(partner);
      await Promise.allSettled([
        portal.shares.reject({ id, reason: 'No time' }),
        staff.shares.withdraw({ id, reason: 'Mistake' }),
      ]);
      const moves = await world.owner<{ to: string }[]>`
        select to_state as to from audit_entries where subject_id = ${id} and from_state is not null`;
      expect(moves).toHaveLength(1);
      expect(await statusOf(id)).toBe(moves[0]?.to);
    }
  });

  test('a lead that the client ended takes its open shares with it', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['budget']);
    const id = await share(partner, leadId, 'budget');
    await inScope(world.system, async (tx) => {
      await tx.update(leads).set({ status: 'closed_by_client' }).where(eq(leads.id, leadId));
      await recordChange(tx, world.system, {
        action: 'lead.closed_by_client',
        subjectType: 'lead',
        subjectId: leadId,
      });
    });
    await world.settle();
    expect(await statusOf(id)).toBe('revoked');
  });

  test.each(['lost', 'merged'] as const)('a lead that is %s takes its open shares back', async (to) => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['budget']);
    const id = await share(partner, leadId, 'budget');
    await staff.leads.changeStatus({ id: leadId, to, reason: 'Same person twice' });
    await world.settle();
    expect(await statusOf(id)).toBe('withdrawn');
  });

  test('a suspended partner keeps its shares, sees nothing of the client and can only give them back', async () => {
    const partner = await given({ capacity: 9 });
    const { leadId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    const portal = await as(partner);
    await portal.shares.accept({ id });
    expect(bytes(await portal.shares.mineDetail({ id }))).toMatch(needles);
    const manager = await world.asStaff('manager');
    const { partnerId } = partner;
    await manager.partners.changeStatus({ id: partnerId, to: 'suspended', reason: 'Complaint' });
    await world.settle();
    expect(await statusOf(id)).toBe('accepted');
    expect(bytes(await portal.shares.mineDetail({ id }))).not.toMatch(needles);
    expect(await refusal(portal.shares.start({ id }))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(portal.shares.close({ id, outcome: 'lost' }))).toMatchObject({ code: 'forbidden' });

    await manager.partners.changeStatus({ id: partnerId, to: 'active', reason: 'Cleared' });
    expect(bytes(await portal.shares.mineDetail({ id }))).toMatch(needles);
    await manager.partners.changeStatus({ id: partnerId, to: 'suspended', reason: 'Complaint' });
    await portal.shares.return({ id, reason: 'We cannot go on' });
    expect(await statusOf(id)).toBe('returned');
  });

  test('a terminated partner gives every open share back, in silence; what it closed stays closed', async () => {
    const partner = await given({ capacity: 9 });
    const ids: string[] = [];
    for (const step of ['sent', 'accepted', 'closed']) {
      const { leadId } = await givenSharedLead(['budget']);
      const id = await share(partner, leadId, 'budget');
      if (step !== 'sent') await (await as(partner)).shares.accept({ id });
      if (step === 'closed') await (await as(partner)).shares.close({ id, outcome: 'lost' });
      ids.push(id);
    }
    await world.settle();
    const before = (await world.mailsTo(partner.email)).length;
    const manager = await world.asStaff('manager');
    await manager.partners.changeStatus({ id: partner.partnerId, to: 'terminated', reason: 'Fraud' });
    await world.settle();
    expect(await Promise.all(ids.map(statusOf))).toEqual(['withdrawn', 'withdrawn', 'closed']);
    expect(await world.mailsTo(partner.email)).toHaveLength(before);
  });

  test('the home lists what waits, the most urgent first', async () => {
    const partner = await given({ capacity: 9 });
    const ids: string[] = [];
    for (let n = 0; n < 2; n++) {
      ids.push(await share(partner, (await givenSharedLead(['budget'])).leadId, 'budget'));
      world.clock.advanceMinutes(5);
    }
    const home = await (await as(partner)).portal.home();
    expect(home).toMatchObject({ open: 2, capacity: 9, accepted: 0, acceptanceRateBps: 0 });
    expect(home.conversionRateBps).toBeNull();
    expect(home.needsAnswer.map(({ id }) => id)).toEqual(ids);
  });

  test('shares are listed newest first, page by page, each once, and filtered by status', async () => {
    const partner = await given();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      ids.unshift(await share(partner, (await givenSharedLead(['budget'])).leadId, 'budget'));
      if (n % 2) world.clock.advanceMinutes(1);
    }
    const portal = await as(partner);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof portal.shares.mine>> = await portal.shares.mine({
        limit: 2,
        cursor,
      });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(new Set(seen).size).toBe(5);
    await portal.shares.accept({ id: seen[0] as string });
    const accepted = await portal.shares.mine({ status: 'accepted' });
    expect(accepted.rows.map(({ id }) => id)).toEqual([seen[0]]);
  });
});

describe('the CSV', () => {
  test('a cell that starts like a formula is made harmless', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(['budget'], { financing: '=HYPERLINK("http://evil.test")' });
    await share(partner, leadId, 'budget');
    const csv = await (await as(partner)).shares.csv({});
    expect(csv).toContain(`'=HYPERLINK`);
    expect(csv).toContain('"USD 500,000.00"');
    expect(csv).not.toMatch(/(^|,|")=HYPER/m);
  });
});

describe('canary', () => {
  test('without consent for contact the client appears in nothing the partner can reach', async () => {
    const partner = await given();
    const { leadId, clientId } = await givenSharedLead(['budget', 'requirements'], {
      serviceNeeded: 'Moving',
    });
    expect((await refusal(share(partner, leadId, ...everything))).message).not.toMatch(needles);
    const id = await share(partner, leadId, 'budget', 'requirements');
    const portal = await as(partner);
    const outputs: unknown[] = [await walkPartnerReads(world, partner.email, [id, leadId, clientId])];
    await portal.shares.accept({ id });
    await portal.shares.start({ id });
    outputs.push(await walkPartnerReads(world, partner.email, [id, leadId, clientId]));
    outputs.push(await refusal(portal.shares.accept({ id })));
    await portal.shares.close({ id, outcome: 'won', valueMinor: 1_000_00n, currency: 'USD' });
    await world.tick();
    outputs.push(await walkPartnerReads(world, partner.email, [id, leadId, clientId]));
    outputs.push(await world.mailsTo(partner.email));
    expect(bytes(outputs)).toContain('Marina');
    expect(bytes(outputs)).not.toMatch(needles);
  });

  test('the walk would notice: with consent for contact the same client is found', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(everything);
    const id = await share(partner, leadId, ...everything);
    await (await as(partner)).shares.accept({ id });
    const found = await walkPartnerReads(world, partner.email, [id]);
    expect(found['shares.mine']).toMatch(needles);
    expect(found['shares.mineDetail']).toMatch(needles);
    expect(found['shares.csv']).toMatch(needles);
  });

  test('the database itself keeps lead, client and consent closed to the partner', async () => {
    const partner = await given();
    const { leadId } = await givenSharedLead(everything);
    await share(partner, leadId, ...everything);
    const scope = { audience: 'partner', partnerId: partner.partnerId } as const;
    for (const table of ['leads', 'clients', 'consents', 'lead_notes']) {
      const rows = await world.db.scopedSql(scope, (sql) => sql.unsafe(`select * from ${table}`));
      expect(rows, table).toHaveLength(0);
    }
    const others = await world.db.scopedSql(scope, (sql) => sql.unsafe('select partner_id from lead_shares'));
    expect(new Set(others.map((row) => row.partner_id))).toEqual(new Set([partner.partnerId]));
    const strangers = await inScope(world.system, (tx) => tx.select({ id: partners.id }).from(partners));
    expect(strangers.length).toBeGreaterThan(1);
  });
});
