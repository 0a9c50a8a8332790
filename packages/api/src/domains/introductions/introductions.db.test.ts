import { coverage, credentials } from '@goodword/db/schema';
import type { ConsentDecision, CoverageStatus, ShareScope } from '@goodword/db/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenClient } from '../../../test/given/clients.ts';
import { mailServer } from '../../../test/given/mail-server.ts';
import { walkPartnerReads } from '../../../test/given/partner-reads.ts';
import { type GivenPartner, givenActivePartner, type PartnerOptions } from '../../../test/given/partners.ts';
import { World } from '../../../test/given/world.ts';
import { runPending } from '../../jobs/run-pending.ts';
import { inScope } from '../../platform/context.ts';
import { addDays } from '../../shared/clock.ts';
import { newId } from '../../shared/id.ts';
import { grantConsents } from '../consent/index.ts';

let world: World;
let staff: Awaited<ReturnType<World['asStaff']>>;

beforeAll(async () => {
  world = await World.open();
  staff = await world.asStaff('coordinator');
  for (const [region, partnerTypeCode, status] of [
    ['US-MN', 'attorney', 'available'],
    ['US-CA', 'attorney', 'coming_soon'],
    ['US', 'attorney', 'unavailable'],
    ['US-MN', 'agent', 'available'],
  ] as const) {
    await givenCoverage(region, partnerTypeCode, status);
  }
});
afterAll(() => world.close());

function givenCoverage(region: string, partnerTypeCode: string, status: CoverageStatus) {
  return inScope(world.system, (tx) =>
    tx.insert(coverage).values({ region, partnerTypeCode, status, changedAt: world.clock.now() }),
  );
}

const everything = ['contact', 'budget', 'requirements'] as const;
const needles = /Zaphira|Canary|zaphira|0199/;
let count = 0;

/** A client in the patient portal with a group. */
async function givenGroup() {
  count += 1;
  const client = await givenClient(world, {
    name: 'Zaphira Canarysson',
    email: `zaphira-${count}@group.test`,
    phone: '+1 612 555 0199',
    account: true,
  });
  const portal = await world.asPatient(client.email);
  const { id: groupId } = await portal.groups.create({
    name: 'The Canary family',
    members: ['Boris', 'Cleo'],
  });
  return { ...client, portal, groupId };
}

type Group = Awaited<ReturnType<typeof givenGroup>>;

const wish = {
  partnerTypeCode: 'attorney',
  region: 'US-MN',
  groupSize: 3,
  priceMinMinor: 30_000_000n,
  priceMaxMinor: 45_000_000n,
  timeline: 'within_3_months',
  specificNeed: 'Please call Zaphira about the co-ownership agreement.',
} as const;

async function ask(group: Group, scopes: readonly ShareScope[] = everything, changes = {}) {
  const { id } = await group.portal.requests.create({
    ...wish,
    groupId: group.groupId,
    consentScopes: [...scopes],
    ...changes,
  });
  return id;
}

async function givenAttorney(options: PartnerOptions = {}, licensed = true) {
  const partner = await givenActivePartner(world, { type: 'attorney', regions: ['US-MN'], ...options });
  if (licensed) await givenLicence(partner, addDays(world.clock.now(), 365));
  return partner;
}

function givenLicence(partner: GivenPartner, expiresAt: Date) {
  const now = world.clock.now();
  return inScope(world.system, (tx) =>
    tx.insert(credentials).values({
      id: newId('credential', now),
      partnerId: partner.partnerId,
      kind: 'state_licence',
      number: 'MN-1',
      authority: 'Minnesota',
      region: 'US-MN',
      expiresAt,
      verifiedAt: now,
      createdAt: now,
    }),
  );
}

/** Matches and sends; returns the introduction. */
async function introduce(requestId: string, partner: GivenPartner) {
  const { id } = await staff.requests.match({ requestId, engagementId: partner.engagementId });
  await staff.requests.sendIntroduction({ introductionId: id });
  return id;
}

function decide(clientId: string, scope: ShareScope, decision: ConsentDecision) {
  return inScope(world.system, (tx) =>
    grantConsents(tx, world.system, [
      {
        clientId,
        purpose: 'introduction',
        recipientKind: 'class',
        recipient: 'attorney',
        scope,
        decision,
        channel: 'patient_portal',
        evidence: 'test',
      },
    ]),
  );
}

const statesOf = async (requestId: string) => {
  const [request] = await world.owner<{ status: string }[]>`
    select status from referral_requests where id = ${requestId}`;
  const attempts = await world.owner<{ status: string }[]>`
    select status from introductions where request_id = ${requestId} order by proposed_at, id`;
  return [request?.status, ...attempts.map(({ status }) => status)];
};

const bytes = (value: unknown) =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}` : item));

async function codeOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => {
      throw new Error('this should have been refused');
    },
    (caught: unknown) => caught as Error & { cause?: { code?: string } },
  );
  return error.cause?.code;
}

describe('asking', () => {
  test('a group holds the person who made it first, then the others', async () => {
    const group = await givenGroup();
    expect(await group.portal.groups.mine()).toMatchObject([
      { id: group.groupId, name: 'The Canary family', members: ['Zaphira Canarysson', 'Boris', 'Cleo'] },
    ]);
  });

  test('a request starts pending and writes what the client allows, with the request as its evidence', async () => {
    const group = await givenGroup();
    const id = await ask(group, ['requirements', 'budget']);
    expect(await group.portal.requests.mineDetail({ id })).toMatchObject({
      status: 'pending',
      groupName: 'The Canary family',
      consented: ['budget', 'requirements'],
      steps: [{ key: 'asked' }],
      introducedTo: null,
      canCancel: true,
      currency: 'USD',
    });
    const log = await world.owner`
      select scope, recipient, purpose, channel from consents where evidence = ${id} order by scope`;
    expect(log).toMatchObject([
      { scope: 'budget', recipient: 'attorney', purpose: 'introduction', channel: 'patient_portal' },
      { scope: 'requirements' },
    ]);
    expect((await group.portal.requests.mine({})).rows.map((row) => row.id)).toEqual([id]);
  });

  test.each(['US-CA', 'US-TX', 'AE'])(
    'is refused in %s, where nobody is available yet, and leaves no consent',
    async (region) => {
      const group = await givenGroup();
      await expect(ask(group, everything, { region })).rejects.toThrow(/coming soon/);
      const log = await world.owner`select id from consents where client_id = ${group.clientId}`;
      expect(log).toHaveLength(0);
    },
  );

  test('the same request twice is refused while the first is open', async () => {
    const group = await givenGroup();
    const id = await ask(group);
    expect(await codeOf(ask(group))).toBe('already_exists');
    await group.portal.requests.cancel({ id });
    await ask(group);
  });

  test('a double click asks once', async () => {
    const group = await givenGroup();
    const results = await Promise.allSettled([ask(group), ask(group), ask(group)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await group.portal.requests.mine({})).rows).toHaveLength(1);
  });

  test('for a group of somebody else answers as if it did not exist', async () => {
    const [one, other] = [await givenGroup(), await givenGroup()];
    await expect(ask({ ...one, groupId: other.groupId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await ask(other);
    await expect(one.portal.requests.mineDetail({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(one.portal.requests.cancel({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await statesOf(id)).toEqual(['pending']);
  });
});

describe('matching', () => {
  test('candidates say what stands in the way and why they fit, those who can first', async () => {
    const free = await givenAttorney({ name: 'Able Law' });
    const unlicensed = await givenAttorney({ name: 'Bare Law' }, false);
    const lapsed = await givenAttorney({ name: 'Carved Law' }, false);
    await givenLicence(lapsed, addDays(world.clock.now(), -1));
    const away = await givenAttorney({ name: 'Away Law', status: 'inactive' });
    const elsewhere = await givenAttorney({ name: 'Elsewhere Law', regions: ['US-WI'] });
    const group = await givenGroup();
    const requestId = await ask(group);
    const rows = await staff.requests.candidates({ requestId });
    const found = new Map(rows.map((row) => [row.partnerId, row]));
    expect(found.get(free.partnerId)).toMatchObject({
      eligible: true,
      obstacles: [],
      reasons: ['Attorney in Minnesota', 'Licence verified and in date', 'No other introduction under way'],
    });
    expect(found.get(unlicensed.partnerId)?.obstacles).toEqual(['credential_missing']);
    expect(found.get(lapsed.partnerId)?.obstacles).toEqual(['credential_expired']);
    expect(found.get(away.partnerId)?.obstacles).toEqual(['partner_not_active']);
    expect(found.has(elsewhere.partnerId)).toBe(false);
    expect(rows[0]?.eligible).toBe(true);
    for (const bad of [unlicensed, lapsed, away, elsewhere]) {
      const match = staff.requests.match({ requestId, engagementId: bad.engagementId });
      expect(await codeOf(match)).toBe('not_eligible');
    }
    expect(await statesOf(requestId)).toEqual(['pending']);
  });

  test('two matches of one request at once end as one', async () => {
    const partners = await Promise.all([givenAttorney(), givenAttorney(), givenAttorney()]);
    const requestId = await ask(await givenGroup());
    const results = await Promise.allSettled(
      partners.map(({ engagementId }) => staff.requests.match({ requestId, engagementId })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await statesOf(requestId)).toEqual(['matched', 'proposed']);
  });

  test('a proposed partner knows nothing of it, and the client sees no name', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group);
    const { id } = await staff.requests.match({ requestId, engagementId: partner.engagementId });
    const portal = await world.asPartner(partner.email);
    expect((await portal.introductions.mine({})).rows).toEqual([]);
    await expect(portal.introductions.mineDetail({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(portal.introductions.connect({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const seen = await group.portal.requests.mineDetail({ id: requestId });
    expect(seen).toMatchObject({ status: 'matched', introducedTo: null });
    expect(bytes(seen)).not.toContain(partner.name);
  });
});

describe('introducing', () => {
  test('asked, matched, introduced, connected, closed: the request follows, with a mail to each side', async () => {
    const partner = await givenAttorney({ name: 'Lakeside Law' });
    const group = await givenGroup();
    const requestId = await ask(group);
    const id = await introduce(requestId, partner);
    expect(await statesOf(requestId)).toEqual(['intro_sent', 'intro_sent']);
    await world.settle();

    const [toPartner] = await world.mailsTo(partner.email);
    expect(toPartner?.template).toBe('introduction-to-partner');
    expect(toPartner?.body).toMatch(/Zaphira Canarysson/);
    expect(toPartner?.body).toMatch(/Minnesota/);
    expect(toPartner?.body).toMatch(/USD 450,000\.00/);
    expect(toPartner?.body).toMatch(/Within 3 months/);
    const [toClient] = await world.mailsTo(group.email);
    expect(toClient?.template).toBe('introduction-to-client');
    expect(toClient?.body).toMatch(/Lakeside Law/);
    expect(toClient?.html).toContain(`http://patient.test/professionals/${requestId}`);
    expect(toPartner?.html).toContain(`http://partner.test/introductions/${id}`);
    expect(toClient?.body).toMatch(/They have your contact details/);

    const portal = await world.asPartner(partner.email);
    expect((await portal.portal.home()).needsAnswer).toMatchObject([{ kind: 'introduction', id }]);
    expect(await portal.introductions.mineDetail({ id })).toMatchObject({
      status: 'intro_sent',
      moves: ['connected', 'declined'],
      request: { contact: { name: 'Zaphira Canarysson' } },
    });
    await portal.introductions.connect({ id });
    expect(await statesOf(requestId)).toEqual(['connected', 'connected']);
    const followed = await group.portal.requests.mineDetail({ id: requestId });
    expect(followed.introducedTo).toMatchObject({ partnerName: 'Lakeside Law', email: partner.email });
    expect(followed.steps.map(({ key }) => key)).toEqual(['asked', 'matched', 'introduced', 'connected']);

    await staff.requests.recordOutcome({ introductionId: id, outcome: 'engaged', notes: 'Signed up' });
    expect(await statesOf(requestId)).toEqual(['closed', 'closed']);
    const detail = await staff.requests.get({ id: requestId });
    expect(detail.introductions).toMatchObject([
      { partnerName: 'Lakeside Law', outcome: 'engaged', outcomeNotes: 'Signed up', dealId: null },
    ]);
    expect(detail.members).toEqual(['Zaphira Canarysson', 'Boris', 'Cleo']);
    expect(detail.timeline.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'referral_request.pending',
        'introduction.proposed',
        'introduction.intro_sent',
        'introduction.connected',
        'introduction.closed',
        'referral_request.closed',
      ]),
    );
  });

  test('without consent for contact the client appears in nothing the partner can reach, mail included', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group, ['requirements', 'budget']);
    const id = await introduce(requestId, partner);
    await world.settle();
    const reads = [await walkPartnerReads(world, partner.email, [id, requestId, group.clientId])];
    await (await world.asPartner(partner.email)).introductions.connect({ id });
    reads.push(await walkPartnerReads(world, partner.email, [id, requestId, group.clientId]));
    const mails = await world.mailsTo(partner.email);
    expect(mails).toHaveLength(1);
    expect(bytes(reads)).toContain('US-MN');
    expect(bytes([reads, mails])).not.toMatch(needles);
    expect((await world.mailsTo(group.email))[0]?.body).toMatch(/do not have your contact details/);
  });

  test('consent withdrawn before the mail is made is not in the mail, and hides on the next read', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const id = await introduce(await ask(group), partner);
    const portal = await world.asPartner(partner.email);
    expect(bytes(await portal.introductions.mineDetail({ id }))).toMatch(needles);
    await decide(group.clientId, 'contact', 'withdrawn');
    expect(bytes(await portal.introductions.mineDetail({ id }))).not.toMatch(needles);
    await world.settle();
    expect(bytes(await world.mailsTo(partner.email))).not.toMatch(needles);
  });

  test('consent withdrawn after a failed delivery: the mail never leaves, and says why', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group);
    await world.settle();
    await introduce(requestId, partner);
    await expect(runPending({ ...world.system, mailer: mailServer(1) })).rejects.toThrow('connection lost');
    const [waiting] = await world.mailsTo(partner.email);
    expect(waiting).toMatchObject({ template: 'introduction-to-partner', status: 'failed' });
    expect(waiting?.body).toMatch(needles);
    await decide(group.clientId, 'contact', 'withdrawn');

    await world.owner`update relay_cursor set xid = '0', outbox_id = 0`;
    const mailer = mailServer();
    await runPending({ ...world.system, mailer });
    expect(mailer.sent.map(({ to }) => to)).not.toContain(partner.email);
    const [kept] = await world.owner`select status, error from messages where to_address = ${partner.email}`;
    expect(kept).toMatchObject({ status: 'suppressed', error: expect.stringContaining('took back') });
  });

  test('a failed delivery goes out at the next try while the client still allows what it tells', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group, ['requirements']);
    await world.settle();
    await introduce(requestId, partner);
    await expect(runPending({ ...world.system, mailer: mailServer(1) })).rejects.toThrow('connection lost');
    // Was never in it.
    await decide(group.clientId, 'contact', 'withdrawn');
    await world.owner`update relay_cursor set xid = '0', outbox_id = 0`;
    const mailer = mailServer();
    await runPending({ ...world.system, mailer });
    expect(mailer.sent.map(({ to }) => to)).toContain(partner.email);
  });

  test('with nothing left of the consent the introduction is not sent', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group, ['requirements']);
    const { id } = await staff.requests.match({ requestId, engagementId: partner.engagementId });
    await decide(group.clientId, 'requirements', 'withdrawn');
    expect(await codeOf(staff.requests.sendIntroduction({ introductionId: id }))).toBe('consent_missing');
    expect(await statesOf(requestId)).toEqual(['matched', 'proposed']);
  });

  test('a declined introduction returns the request to pending, shows nothing more, and is not proposed again', async () => {
    const first = await givenAttorney();
    const second = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group);
    const id = await introduce(requestId, first);
    const portal = await world.asPartner(first.email);
    await portal.introductions.decline({ id, reason: 'No capacity' });
    expect(await statesOf(requestId)).toEqual(['pending', 'declined']);
    const seen = await portal.introductions.mineDetail({ id });
    expect(seen.request).toMatchObject({
      contact: null,
      budget: null,
      requirements: null,
      specificNeed: null,
    });
    expect(seen.moves).toEqual([]);
    expect((await group.portal.requests.mineDetail({ id: requestId })).introducedTo).toBeNull();
    const again = staff.requests.match({ requestId, engagementId: first.engagementId });
    expect(await codeOf(again)).toBe('not_eligible');

    world.clock.advanceMinutes(1);
    const other = await staff.requests.match({ requestId, engagementId: second.engagementId });
    await staff.requests.decline({ introductionId: other.id, reason: 'Said so by phone' });
    expect(await statesOf(requestId)).toEqual(['pending', 'declined', 'declined']);
    await staff.requests.markUnfulfilled({ requestId, reason: 'Nobody free' });
    expect(await statesOf(requestId)).toEqual(['unfulfilled', 'declined', 'declined']);
    expect((await staff.requests.get({ id: requestId })).endReason).toBe('Nobody free');
  });

  test.each([
    { step: 'proposed', left: 'declined' },
    { step: 'intro_sent', left: 'declined' },
    { step: 'connected', left: 'closed' },
  ] as const)('a client who cancels while $step ends the attempt as $left', async ({ step, left }) => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group);
    const { id } = await staff.requests.match({ requestId, engagementId: partner.engagementId });
    if (step !== 'proposed') await staff.requests.sendIntroduction({ introductionId: id });
    if (step === 'connected') await (await world.asPartner(partner.email)).introductions.connect({ id });
    await group.portal.requests.cancel({ id: requestId, reason: 'Changed our mind' });
    expect(await statesOf(requestId)).toEqual(['cancelled', left]);
    expect((await group.portal.requests.mineDetail({ id: requestId })).canCancel).toBe(false);
    expect(await codeOf(group.portal.requests.cancel({ id: requestId }))).toBe('illegal_move');
  });

  test('cancelled before the mails left: nobody is introduced any more', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group);
    await introduce(requestId, partner);
    await group.portal.requests.cancel({ id: requestId });
    await world.settle();
    expect(await world.mailsTo(partner.email)).toEqual([]);
    expect(await world.mailsTo(group.email)).toEqual([]);
  });

  test('connecting against cancelling at the same moment leaves request and introduction in step', async () => {
    for (let round = 0; round < 5; round++) {
      const partner = await givenAttorney();
      const group = await givenGroup();
      const requestId = await ask(group);
      const id = await introduce(requestId, partner);
      const portal = await world.asPartner(partner.email);
      await Promise.allSettled([
        portal.introductions.connect({ id }),
        group.portal.requests.cancel({ id: requestId }),
      ]);
      expect([
        ['connected', 'connected'],
        ['cancelled', 'declined'],
        ['cancelled', 'closed'],
      ]).toContainEqual(await statesOf(requestId));
    }
  });

  test('a partner that is terminated loses what is not connected, and the requests wait for another', async () => {
    const partner = await givenAttorney();
    const requests = await Promise.all([1, 2, 3].map(async () => ask(await givenGroup())));
    const [proposed = '', sent = '', connected = ''] = requests;
    await staff.requests.match({ requestId: proposed, engagementId: partner.engagementId });
    await introduce(sent, partner);
    const id = await introduce(connected, partner);
    await (await world.asPartner(partner.email)).introductions.connect({ id });
    const manager = await world.asStaff('manager');
    await manager.partners.changeStatus({ id: partner.partnerId, to: 'terminated', reason: 'Fraud' });
    await world.settle();
    expect(await statesOf(proposed)).toEqual(['pending', 'declined']);
    expect(await statesOf(sent)).toEqual(['pending', 'declined']);
    expect(await statesOf(connected)).toEqual(['connected', 'connected']);
  });

  test('a suspended partner is introduced to nobody and sees nothing of whom it was', async () => {
    const partner = await givenAttorney();
    const requestId = await ask(await givenGroup());
    const proposal = await staff.requests.match({ requestId, engagementId: partner.engagementId });
    const id = await introduce(await ask(await givenGroup()), partner);
    const portal = await world.asPartner(partner.email);
    expect(bytes(await portal.introductions.mineDetail({ id }))).toMatch(needles);
    const manager = await world.asStaff('manager');
    await manager.partners.changeStatus({ id: partner.partnerId, to: 'suspended', reason: 'Complaint' });
    await world.settle();
    expect(await codeOf(staff.requests.sendIntroduction({ introductionId: proposal.id }))).toBe(
      'not_eligible',
    );
    expect(bytes(await portal.introductions.mineDetail({ id }))).not.toMatch(needles);
    expect(await world.mailsTo(partner.email)).toEqual([]);
  });

  test('introductions of other partners answer as if they did not exist', async () => {
    const [owner, stranger] = [await givenAttorney(), await givenAttorney()];
    const requestId = await ask(await givenGroup());
    const id = await introduce(requestId, owner);
    const portal = await world.asPartner(stranger.email);
    for (const step of [
      () => portal.introductions.mineDetail({ id }),
      () => portal.introductions.connect({ id }),
      () => portal.introductions.decline({ id, reason: 'x y' }),
    ]) {
      await expect(step()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await portal.introductions.mine({})).rows).toEqual([]);
    expect(await statesOf(requestId)).toEqual(['intro_sent', 'intro_sent']);
  });

  test('a closed deal is reported with the outcome, and refused without its value', async () => {
    const agent = await givenActivePartner(world, { type: 'agent', regions: ['US'] });
    const requestId = await ask(await givenGroup(), ['contact'], { partnerTypeCode: 'agent' });
    const introductionId = await introduce(requestId, agent);
    await (await world.asPartner(agent.email)).introductions.connect({ id: introductionId });
    const outcome = 'deal_closed' as const;
    await expect(staff.requests.recordOutcome({ introductionId, outcome })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    const deal = { valueMinor: 40_000_000n, currency: 'USD', closedAt: world.clock.now() };
    await staff.requests.recordOutcome({ introductionId, outcome, deal });
    const [attempt] = (await staff.requests.get({ id: requestId })).introductions;
    expect(attempt?.dealId).toMatch(/^del_/);
    const [row] = await world.owner`select * from deals where id = ${attempt?.dealId ?? ''}`;
    expect(row).toMatchObject({
      status: 'reported',
      value_minor: '40000000',
      partner_id: agent.partnerId,
      introduction_id: introductionId,
    });
  });

  test('an outcome needs a connection first', async () => {
    const partner = await givenAttorney();
    const requestId = await ask(await givenGroup());
    const introductionId = await introduce(requestId, partner);
    const early = staff.requests.recordOutcome({ introductionId, outcome: 'engaged' });
    expect(await codeOf(early)).toBe('illegal_move');
    expect(await statesOf(requestId)).toEqual(['intro_sent', 'intro_sent']);
  });
});

describe('the list of requests', () => {
  test('is filtered by status, type and region and paged in both directions, each request once', async () => {
    const partner = await givenAttorney();
    const group = await givenGroup();
    const requestId = await ask(group);
    await introduce(requestId, partner);
    const sent = await staff.requests.list({ status: 'intro_sent', partnerTypeCode: 'attorney', limit: 100 });
    expect(sent.rows.find(({ id }) => id === requestId)).toMatchObject({
      clientName: 'Zaphira Canarysson',
      groupName: 'The Canary family',
      partnerName: partner.name,
    });
    expect(new Set(sent.rows.map(({ status }) => status))).toEqual(new Set(['intro_sent']));
    expect((await staff.requests.list({ region: 'US-WY' })).rows).toEqual([]);

    const walk = async (dir: 'asc' | 'desc') => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof staff.requests.list>> = await staff.requests.list({
          dir,
          limit: 4,
          cursor,
        });
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      return seen;
    };
    const [all] = await world.owner<{ n: number }[]>`select count(*)::int as n from referral_requests`;
    const down = await walk('desc');
    expect(down).toHaveLength(all?.n ?? -1);
    expect(await walk('asc')).toEqual(down.toReversed());
  });
});
