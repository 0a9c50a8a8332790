import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenLead } from '../../test/given/clients.ts';
import { World } from '../../test/given/world.ts';

let world: World;
let clientId: string;
let leadId: string;

beforeAll(async () => {
  world = await World.open();
  ({ clientId } = await givenClient(world, { name: 'Zora Quill', email: 'zora@client.test' }));
  leadId = await givenLead(world, clientId);
});
afterAll(() => world.close());

const readsOf = (subjectId: string) =>
  world.owner<{ action: string; role: string; fields: string }[]>`
    select e.action, a.staff_role as role, e.fields from audit_entries e join accounts a on a.id = e.actor_id
    where e.subject_id = ${subjectId} and e.action in ('client.read', 'client.exported') order by e.seq`;

test('who read which client stands in the trail, once per person and hour however often and at once', async () => {
  const coordinator = await world.asStaff('coordinator');
  await Promise.all(Array.from({ length: 12 }, () => coordinator.leads.get({ id: leadId })));
  await (await world.asStaff('auditor')).leads.get({ id: leadId });
  expect(await readsOf(clientId)).toEqual([
    { action: 'client.read', role: 'coordinator', fields: 'lead' },
    { action: 'client.read', role: 'auditor', fields: 'lead' },
  ]);
  world.clock.advanceMinutes(61);
  await coordinator.leads.get({ id: leadId });
  expect(await readsOf(clientId)).toHaveLength(3);
  expect(await readsOf(leadId)).toHaveLength(3);
});

test('looking at a list and taking it along are told apart', async () => {
  const coordinator = await world.asStaff('coordinator');
  await coordinator.leads.list({});
  await coordinator.audit.noteExport({ list: 'leads' });
  expect((await readsOf('leads')).map(({ action }) => action)).toEqual(['client.read', 'client.exported']);
});

test('a reading holds no personal value, and does not bury what happened in the timeline', async () => {
  const { timeline } = await (await world.asStaff('manager')).leads.get({ id: leadId });
  expect(timeline.filter(({ action }) => action.startsWith('client.'))).toEqual([]);
  const [leak] = await world.owner`select count(*)::int as n from audit_entries e
    where e::text ilike any (array['%zora%', '%quill%'])`;
  expect(leak?.n).toBe(0);
});

test('the trail of readings verifies like that of changes', async () => {
  await world.settle();
  await world.tick();
  const answer = await (await world.asStaff('auditor')).audit.verify();
  expect(answer).toMatchObject({ intact: true, problems: [] });
});

test('what is missing is not read', async () => {
  const before = await world.owner`select from audit_entries where action = 'client.read'`;
  const unknown = `led_${'0'.repeat(26)}`;
  await expect((await world.asStaff('manager')).leads.get({ id: unknown })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const after = await world.owner`select from audit_entries where action = 'client.read'`;
  expect(after).toHaveLength(before.length);
});
