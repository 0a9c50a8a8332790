import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenLead } from '../../../test/given/clients.ts';
import { type GivenPartner, givenActivePartner } from '../../../test/given/partners.ts';
import { givenReferral, givenReferredLead } from '../../../test/given/referrals.ts';
import { World } from '../../../test/given/world.ts';

let world: World;
let anna: GivenPartner;

beforeAll(async () => {
  world = await World.open();
  anna = await givenActivePartner(world, { name: 'Anna Brokers' });
});
afterAll(() => world.close());

test('qualifying a lead accepts the partner referral it came from, once', async () => {
  const { leadId, referralId } = await givenReferredLead(world, anna);
  const coordinator = await world.asStaff('coordinator');
  await expect(coordinator.leads.changeStatus({ id: leadId, to: 'qualified' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await coordinator.leads.changeStatus({ id: leadId, to: 'contacted' });
  expect((await coordinator.referrals.get({ id: referralId })).status).toBe('intake');
  const results = await Promise.allSettled(
    Array.from({ length: 4 }, () => coordinator.leads.changeStatus({ id: leadId, to: 'qualified' })),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(await coordinator.referrals.get({ id: referralId })).toMatchObject({
    status: 'accepted',
    acceptedAt: world.clock.now(),
    lead: { id: leadId, status: 'qualified' },
  });
  const [audit] = await world.owner`
    select count(*)::int as n from audit_entries where subject_id = ${referralId} and to_state = 'accepted'`;
  expect(audit?.n).toBe(1);
});

test('a duplicate is merged with a word on where it went', async () => {
  const { clientId } = await givenClient(world);
  const id = await givenLead(world, clientId);
  const coordinator = await world.asStaff('coordinator');
  await expect(coordinator.leads.changeStatus({ id, to: 'merged' })).rejects.toThrow(/Say which lead/);
  await coordinator.leads.changeStatus({ id, to: 'merged', reason: 'Same person as the March lead' });
  expect((await coordinator.leads.get({ id })).status).toBe('merged');
});

test('a lead is lost only with a reason, and its history tells it', async () => {
  const { clientId } = await givenClient(world);
  const id = await givenLead(world, clientId);
  const coordinator = await world.asStaff('coordinator');
  await expect(coordinator.leads.changeStatus({ id, to: 'lost' })).rejects.toThrow(/Say why/);
  await coordinator.leads.changeStatus({ id, to: 'lost', reason: 'Bought elsewhere' });
  const lead = await coordinator.leads.get({ id });
  expect(lead).toMatchObject({ status: 'lost', lostReason: 'Bought elsewhere', moves: [] });
  expect(lead.timeline.at(-1)).toMatchObject({ action: 'lead.lost', reason: 'Bought elsewhere' });
});

test('of many leads those that cannot change say why, and the others change', async () => {
  const { clientId } = await givenClient(world);
  const [open, lost] = [await givenLead(world, clientId), await givenLead(world, clientId)];
  const coordinator = await world.asStaff('coordinator');
  await coordinator.leads.changeStatus({ id: lost, to: 'lost', reason: 'Bought elsewhere' });
  const { results } = await coordinator.leads.loseMany({ ids: [lost, open], reason: 'No answer' });
  expect(results).toMatchObject([
    { id: lost, ok: false, message: expect.stringMatching(/is lost and cannot become lost/) },
    { id: open, ok: true, message: null },
  ]);
  expect((await coordinator.leads.get({ id: open })).lostReason).toBe('No answer');
  expect((await coordinator.leads.get({ id: lost })).lostReason).toBe('Bought elsewhere');
});

test('of two people who give a lead away at once the one who saw it elsewhere is told', async () => {
  const { clientId } = await givenClient(world);
  const id = await givenLead(world, clientId);
  const coordinator = await world.asStaff('coordinator');
  await world.staff('manager');
  const { accountId: one } = await world.principal('staff', 'coordinator@harbour.test');
  const { accountId: other } = await world.principal('staff', 'manager@harbour.test');
  const answers = await Promise.all(
    [one, other].map((accountId) => coordinator.leads.assignMany({ ids: [id], accountId, from: null })),
  );
  const results = answers.flatMap((answer) => answer.results);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)?.message).toMatch(/in the meantime/);
});

test('assigning many is undone by giving each back, and the trail shows both', async () => {
  const { clientId } = await givenClient(world);
  const ids = [await givenLead(world, clientId), await givenLead(world, clientId)];
  const coordinator = await world.asStaff('coordinator');
  const { accountId } = await world.principal('staff', 'coordinator@harbour.test');
  await coordinator.leads.assignMany({ ids, accountId });
  await coordinator.leads.assignMany({ ids, accountId: null, from: accountId });
  for (const id of ids) {
    const lead = await coordinator.leads.get({ id });
    expect(lead.assignedTo).toBeNull();
    expect(lead.timeline.filter(({ action }) => action === 'lead.assigned')).toHaveLength(2);
  }
});

test('staff write down a lead: of a new person, of one we know by address, or of a client by id', async () => {
  const coordinator = await world.asStaff('coordinator');
  const wishes = { region: 'AE-DU', currency: 'AED', budgetMaxMinor: 100_000_000n };
  const person = { name: 'Nora New', email: 'Nora@New.test' };
  const first = await coordinator.leads.get(await coordinator.leads.create({ ...wishes, client: person }));
  const second = await coordinator.leads.get(
    await coordinator.leads.create({ ...wishes, client: { name: 'N. New', email: 'nora@new.test' } }),
  );
  const third = await coordinator.leads.get(
    await coordinator.leads.create({ ...wishes, client: { id: first.clientId } }),
  );
  expect(new Set([first.clientId, second.clientId, third.clientId]).size).toBe(1);
  expect(first).toMatchObject({
    clientName: 'Nora New',
    budgetMaxMinor: 100_000_000n,
    source: 'staff',
    client: { emailVerifiedAt: null },
  });
  const stranger = coordinator.leads.create({ ...wishes, client: { id: `cli_${'0'.repeat(26)}` } });
  await expect(stranger).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const upsideDown = { ...wishes, budgetMinMinor: 200_000_000n, client: person };
  await expect(coordinator.leads.create(upsideDown)).rejects.toThrow(/below the lowest/);
});

test('two leads for one new address at the same moment share one client', async () => {
  const coordinator = await world.asStaff('coordinator');
  const lead = { region: 'AE', currency: 'USD', client: { name: 'Twin', email: 'twin@client.test' } };
  const made = await Promise.all(Array.from({ length: 6 }, () => coordinator.leads.create(lead)));
  const clients = await Promise.all(
    made.map(async ({ id }) => (await coordinator.leads.get({ id })).clientId),
  );
  expect(new Set(clients).size).toBe(1);
});

test('the list finds by the beginning of name or address, filters, and pages without loss or repeat', async () => {
  const coordinator = await world.asStaff('coordinator');
  const ids: string[] = [];
  for (let n = 0; n < 7; n++) {
    const { clientId } = await givenClient(world, { name: `Quentin ${n}`, email: `q${n}@page.test` });
    ids.push(await givenLead(world, clientId, { region: n % 2 ? 'SG' : 'IN' }));
    if (n % 3 === 0) world.clock.advanceMinutes(1);
  }
  for (const dir of ['asc', 'desc'] as const) {
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await coordinator.leads.list({ search: 'quen', limit: 2, dir, cursor });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  }
  expect((await coordinator.leads.list({ search: 'Q3@page' })).rows.map((row) => row.id)).toEqual([ids[3]]);
  expect((await coordinator.leads.list({ search: '%' })).rows).toEqual([]);
  expect((await coordinator.leads.list({ search: 'quen', region: 'SG' })).rows).toHaveLength(3);
  expect((await coordinator.leads.list({ search: 'quen', status: 'lost' })).rows).toEqual([]);
});

test('notes and keepers are kept with who did it; only people who work leads can be given one', async () => {
  const { clientId } = await givenClient(world);
  const id = await givenLead(world, clientId);
  const coordinator = await world.asStaff('coordinator');
  await world.staff('auditor');
  const auditor = await world.principal('staff', 'auditor@harbour.test');
  const assignees = await coordinator.leads.assignees();
  const self = assignees.find((person) => person.role === 'coordinator');
  expect(assignees.map((person) => person.id)).not.toContain(auditor.accountId);
  await coordinator.leads.addNote({ id, body: 'Prefers mornings' });
  await coordinator.leads.assign({ id, accountId: self?.id ?? '' });
  expect(await coordinator.leads.get({ id })).toMatchObject({
    assignedName: 'coordinator person',
    notes: [{ body: 'Prefers mornings', authorName: 'coordinator person' }],
  });
  const toAuditor = coordinator.leads.assign({ id, accountId: auditor.accountId });
  await expect(toAuditor).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await coordinator.leads.assign({ id, accountId: null });
  expect((await coordinator.leads.get({ id })).assignedTo).toBeNull();
});

test('an unknown lead answers not found everywhere', async () => {
  const coordinator = await world.asStaff('coordinator');
  const id = `led_${'0'.repeat(26)}`;
  for (const call of [
    () => coordinator.leads.get({ id }),
    () => coordinator.leads.changeStatus({ id, to: 'contacted' }),
    () => coordinator.leads.addNote({ id, body: 'x' }),
    () => coordinator.leads.assign({ id, accountId: null }),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('leads are no business of partners, and a finance person reads without changing', async () => {
  const { leadId } = await givenReferredLead(world, anna);
  const portal = await world.asPartner(anna.email);
  await expect(portal.leads.get({ id: leadId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(portal.leads.list({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const finance = await world.asStaff('finance');
  expect((await finance.leads.get({ id: leadId })).referral?.partnerName).toBe('Anna Brokers');
  await expect(finance.leads.changeStatus({ id: leadId, to: 'contacted' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('a lead whose client opts out is closed, and what its form allowed is withdrawn', async () => {
  const { token, id } = await givenReferral(world, anna);
  const site = world.visitor('patient');
  const { intakeToken } = await site.referrals.confirm({ token });
  await site.referrals.submitIntake({
    token: intakeToken ?? '',
    name: 'Carla Client',
    region: 'AE',
    currency: 'USD',
    consents: { reportToReferrer: true, shareWith: [{ recipientClass: 'broker', scopes: ['contact'] }] },
  });
  const coordinator = await world.asStaff('coordinator');
  const lead = (await coordinator.referrals.get({ id })).lead;
  await site.referrals.optOut({ token });
  await world.settle();
  await world.settle();
  const closed = await coordinator.leads.get({ id: lead?.id ?? '' });
  expect(closed.status).toBe('closed_by_client');
  expect(closed.consents.map((consent) => consent.decision)).toEqual(['withdrawn', 'withdrawn']);
});
