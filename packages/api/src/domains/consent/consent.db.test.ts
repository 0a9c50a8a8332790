import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenConsent } from '../../../test/given/clients.ts';
import { givenActivePartner } from '../../../test/given/partners.ts';
import { givenReferredLead } from '../../../test/given/referrals.ts';
import { World } from '../../../test/given/world.ts';
import { inScope } from '../../platform/context.ts';
import { consentEventsOf, currentConsents, isConsented } from './index.ts';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const toBrokers = {
  purpose: 'lead_sharing',
  recipientKind: 'class',
  recipient: 'broker',
  scope: 'contact',
} as const;

test('a patient gives and takes back, and each decision is one line and one event', async () => {
  const { clientId, email } = await givenClient(world, { account: true });
  const portal = await world.asPatient(email);
  await portal.consents.change({ ...toBrokers, decision: 'granted' });
  await portal.consents.change({ ...toBrokers, decision: 'granted' });
  expect(await portal.consents.mine()).toEqual([
    { ...toBrokers, recipientName: 'Broker', decision: 'granted', decidedAt: world.clock.now() },
  ]);
  await portal.consents.change({ ...toBrokers, decision: 'withdrawn' });
  const lines =
    await world.owner`select decision, channel from consents where client_id = ${clientId} order by seq`;
  expect(lines).toEqual([
    { decision: 'granted', channel: 'patient_portal' },
    { decision: 'withdrawn', channel: 'patient_portal' },
  ]);
  const events = await world.owner`
    select type, payload from outbox where subject_id = ${clientId} and type like 'consent.%' order by id`;
  expect(events.map((event) => event.type)).toEqual(['consent.granted', 'consent.withdrawn']);
  expect(events[1]?.payload).toEqual({ clientId, ...toBrokers });
});

test('a patient decides about kinds of partners we have, and cannot probe for partners by id', async () => {
  const { email } = await givenClient(world, { account: true });
  const { partnerId } = await givenActivePartner(world);
  const portal = await world.asPatient(email);
  for (const recipient of ['nobody', partnerId]) {
    const recipientKind = recipient === partnerId ? 'partner' : 'class';
    await expect(
      portal.consents.change({ ...toBrokers, recipientKind, recipient, decision: 'withdrawn' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('a patient sees the partner it named itself and can take that back', async () => {
  const partner = await givenActivePartner(world, { name: 'Anna Brokers' });
  const { clientId, email } = await givenClient(world, { account: true });
  await givenConsent(world, clientId, {
    purpose: 'referral_report',
    recipientKind: 'partner',
    recipient: partner.partnerId,
    scope: 'report_to_referrer',
  });
  const portal = await world.asPatient(email);
  const [mine] = await portal.consents.mine();
  expect(mine?.recipientName).toBe('Anna Brokers');
  await portal.consents.change({
    purpose: 'referral_report',
    recipientKind: 'partner',
    recipient: partner.partnerId,
    scope: 'report_to_referrer',
    decision: 'withdrawn',
  });
  expect((await portal.consents.mine())[0]?.decision).toBe('withdrawn');
});

test('one patient sees and changes nothing of another', async () => {
  const one = await givenClient(world, { account: true });
  const two = await givenClient(world, { account: true });
  await givenConsent(world, one.clientId, { scope: 'contact', recipient: 'broker' });
  const portal = await world.asPatient(two.email);
  expect(await portal.consents.mine()).toEqual([]);
  const ctx = world.requestAs('patient', await world.principal('patient', two.email));
  const events = await inScope(ctx, (tx) => consentEventsOf(tx, [one.clientId, two.clientId]));
  expect(events.get(one.clientId)).toEqual([]);
});

test('staff write down what they were told, with evidence, for clients and recipients that exist', async () => {
  const { clientId } = await givenClient(world);
  const coordinator = await world.asStaff('coordinator');
  const told = {
    clientId,
    purpose: 'lead_sharing',
    recipientKind: 'class',
    recipient: 'lender',
    scopes: ['contact', 'budget', 'contact'],
    decision: 'granted',
    channel: 'phone',
    evidence: 'Call on 2 March, 10:15',
  } as const;
  await coordinator.consents.record({ ...told, scopes: [...told.scopes] });
  const { current, log } = await coordinator.consents.forClient({ clientId });
  expect(current.map((consent) => consent.scope)).toEqual(['contact', 'budget']);
  expect(log).toHaveLength(2);
  expect(log[0]).toMatchObject({
    channel: 'phone',
    evidence: 'Call on 2 March, 10:15',
    recipientName: 'Lender',
  });
  const record = (over: object) =>
    coordinator.consents.record({ ...told, scopes: ['contact'], ...over } as never);
  await expect(record({ clientId: `cli_${'0'.repeat(26)}` })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(record({ recipient: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(record({ recipientKind: 'partner' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(record({ channel: 'web_form' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await expect(record({ evidence: '  ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('a partner knows of a client only what decides about it, and only while they have to do with each other', async () => {
  const [anna, ben] = [await givenActivePartner(world), await givenActivePartner(world)];
  const { clientId } = await givenReferredLead(world, anna, {
    consents: { reportToReferrer: true, shareWith: [{ recipientClass: 'broker', scopes: ['contact'] }] },
  });
  await givenConsent(world, clientId, {
    recipientKind: 'partner',
    recipient: ben.partnerId,
    scope: 'budget',
  });
  const eventsFor = async (email: string) => {
    const ctx = world.requestAs('partner', await world.principal('partner', email));
    return (await inScope(ctx, (tx) => consentEventsOf(tx, [clientId]))).get(clientId) ?? [];
  };
  const seen = await eventsFor(anna.email);
  expect(seen.map((event) => event.scope)).toEqual(['report_to_referrer', 'contact']);
  expect(await eventsFor(ben.email)).toEqual([]);
  const question = { partnerId: anna.partnerId, partnerTypeCode: 'broker', purpose: 'lead_sharing' } as const;
  expect(isConsented(currentConsents(seen), { ...question, scope: 'contact' })).toBe(true);
});

test('the log cannot be rewritten, not even by staff', async () => {
  const { clientId } = await givenClient(world);
  await givenConsent(world, clientId, { scope: 'contact', recipient: 'broker' });
  const rewrite = world.db.scopedSql(
    { audience: 'staff' },
    (sql) => sql`update consents set decision = 'granted'`,
  );
  await expect(rewrite).rejects.toThrow(/permission denied/);
  const erase = world.db.scopedSql({ audience: 'staff' }, (sql) => sql`delete from consents`);
  await expect(erase).rejects.toThrow(/permission denied/);
});

test('an unknown link to manage consent tells nothing', async () => {
  const token = '0'.repeat(32);
  await expect(world.visitor('patient').consents.byLink({ token })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
