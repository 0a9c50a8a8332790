import type { Tx } from '@goodword/db';
import { credentials } from '@goodword/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenClient, givenConsent, givenLead } from '../../../../test/given/clients.ts';
import { givenActivePartner } from '../../../../test/given/partners.ts';
import { World } from '../../../../test/given/world.ts';
import { insertAccount } from '../../../auth/accounts.queries.ts';
import { inScope } from '../../../platform/context.ts';
import { addDays } from '../../../shared/clock.ts';
import { newId } from '../../../shared/id.ts';
import { credentialStatuses } from './credential.ts';

const CARETAKER = 'coordinator@harbour.test';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

async function anAgent() {
  world.clock.advanceMinutes(1);
  const partner = await givenActivePartner(world, { type: 'rera_agent', regions: ['IN'] });
  return { ...partner, portal: await world.asPartner(partner.email) };
}

/** A member of the team besides its owner. */
async function givenColleague(partnerId: string): Promise<string> {
  const id = newId('account', world.clock.now());
  const email = `${id}@partner.test`;
  await inScope(world.system, (tx) =>
    insertAccount(tx, {
      id,
      audience: 'partner',
      email,
      emailNormalised: email,
      name: 'A colleague',
      partnerId,
      partnerRole: 'member',
      createdAt: world.clock.now(),
    }),
  );
  return email;
}

let files = 0;
const pdf = (fileName: string) => ({
  fileName,
  contentBase64: Buffer.from(`%PDF-1.7 ${++files}`).toString('base64'),
});

const rera = (days: number, number = 'PRM/KA/RERA/1') => ({
  kind: 'rera',
  number,
  authority: 'Karnataka RERA',
  region: 'IN',
  expiresAt: addDays(world.clock.now(), days),
});

const warnings = async (email: string) =>
  (await world.mailsTo(email)).map(({ subject }) => subject).filter((subject) => / ends on /.test(subject));

test('a partner gives its licence, staff refuse it with a reason it reads, and verify the better one', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  const { id } = await agent.portal.credentials.add(rera(400));
  expect(await agent.portal.portalProfile.get()).toMatchObject({
    credentials: [{ id, status: 'waiting', refusalReason: null }],
    requirements: [{ kind: 'rera', region: 'IN', status: 'waiting' }],
  });
  expect((await manager.credentials.list({})).rows.map((row) => row.id)).toContain(id);

  await manager.credentials.refuse({ credentialId: id, reason: 'The register knows no such number.' });
  await world.settle();
  const [mail] = await world.mailsTo(agent.email);
  expect(mail?.subject).toMatch(/^We could not verify RERA number PRM\/KA\/RERA\/1 /);
  expect(mail?.body).toContain('The register knows no such number.');
  expect(await agent.portal.portalProfile.get()).toMatchObject({
    credentials: [{ status: 'refused', refusalReason: 'The register knows no such number.' }],
    requirements: [{ status: 'missing' }],
  });
  await expect(manager.partners.verifyCredential({ credentialId: id })).rejects.toThrow(/decided about/);

  const better = await agent.portal.credentials.add(rera(400, 'PRM/KA/RERA/2'));
  await manager.partners.verifyCredential({ credentialId: better.id });
  expect((await agent.portal.portalProfile.get()).requirements).toMatchObject([{ status: 'verified' }]);
});

test('of verifying and refusing at the same moment one counts', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  for (let round = 0; round < 4; round++) {
    const { id } = await agent.portal.credentials.add(rera(400, `R-${round}`));
    const answers = await Promise.allSettled([
      manager.partners.verifyCredential({ credentialId: id }),
      manager.credentials.refuse({ credentialId: id, reason: 'No.' }),
      manager.partners.verifyCredential({ credentialId: id }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await world.owner`
      select (verified_at is not null)::int + (refused_at is not null)::int as n from credentials where id = ${id}`;
    expect(row?.n).toBe(1);
  }
});

test('an expired RERA number stops a share with the reason, open shares go on, and the renewed one opens the way', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  const coordinator = await world.asStaff('coordinator');
  const leadFor = async () => {
    const { clientId } = await givenClient(world, {});
    await givenConsent(world, clientId, { scope: 'requirements', recipient: 'rera_agent' });
    return givenLead(world, clientId, { region: 'IN' });
  };
  const share = (leadId: string) =>
    coordinator.shares.create({
      leadId,
      partnerId: agent.partnerId,
      engagementId: agent.engagementId,
      ticks: { contact: false, budget: false, requirements: true },
    });
  await expect(share(await leadFor())).rejects.toThrow(/no verified RERA number for India/);
  const old = await agent.portal.credentials.add(rera(40));
  await expect(share(await leadFor())).rejects.toThrow(/no verified RERA number/);
  await manager.partners.verifyCredential({ credentialId: old.id });
  const { id: open } = await share(await leadFor());

  world.clock.advanceDays(40);
  const late = await leadFor();
  await expect(share(late)).rejects.toThrow(/RERA number .* for India expired on 1[0-9] April 2026/);
  const candidate = (await coordinator.shares.candidates({ leadId: late })).find(
    ({ partnerId }) => partnerId === agent.partnerId,
  );
  expect(candidate?.obstacles).toContain('credential_expired');
  // The share that was given in time is not taken away.
  expect(await agent.portal.shares.mineDetail({ id: open })).toMatchObject({ id: open });

  const renewed = await agent.portal.credentials.add(rera(365, 'PRM/KA/RERA/9'));
  await manager.partners.verifyCredential({ credentialId: renewed.id });
  await expect(share(late)).resolves.toHaveProperty('id');
  const { credentials } = await agent.portal.portalProfile.get();
  expect(credentials.map(({ id, status }) => [id, status])).toEqual([
    [old.id, 'superseded'],
    [renewed.id, 'verified'],
  ]);
});

test('both sides are warned 60, 30 and 7 days ahead, once each, however often and by how many it is run', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  await world.staff('coordinator');
  const { accountId: caretakerId } = await world.principal('staff', CARETAKER);
  await manager.partners.setOwner({ ids: [agent.partnerId], accountId: caretakerId });
  const colleague = await givenColleague(agent.partnerId);
  const { id } = await agent.portal.credentials.add(rera(61));
  await manager.partners.verifyCredential({ credentialId: id });
  const counts = async () => ({
    owner: (await warnings(agent.email)).length,
    member: (await warnings(colleague)).length,
    caretaker: (await warnings(CARETAKER)).filter((subject) => subject.includes(agent.name)).length,
    others: (await warnings('manager@harbour.test')).filter((subject) => subject.includes(agent.name)).length,
  });
  await world.tick();
  expect(await counts()).toEqual({ owner: 0, member: 0, caretaker: 0, others: 0 });
  for (const [advance, warned] of [
    [1, 1],
    [29, 1],
    [1, 2],
    [22, 2],
    [1, 3],
    [6, 3],
    [2, 3],
  ] as const) {
    world.clock.advanceDays(advance);
    await Promise.all([1, 2, 3].map(() => world.tick()));
    await world.tick();
    expect(await counts()).toEqual({ owner: warned, member: warned, caretaker: warned, others: 0 });
  }
  expect((await warnings(agent.email))[0]).toMatch(/^RERA number PRM\/KA\/RERA\/1 ends on \d+ \w+ 2026 /);
});

test('a licence verified close to its end is warned of once, for the nearest day only', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  const { id } = await agent.portal.credentials.add(rera(5));
  await manager.partners.verifyCredential({ credentialId: id });
  await world.tick();
  await world.tick();
  expect(await warnings(agent.email)).toHaveLength(1);
});

test('whoever has the renewed one verified is not warned of the old one any more', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  for (const item of [rera(61), rera(800, 'PRM/KA/RERA/7')]) {
    const { id } = await agent.portal.credentials.add(item);
    await manager.partners.verifyCredential({ credentialId: id });
  }
  world.clock.advanceDays(30);
  await world.tick();
  expect(await warnings(agent.email)).toEqual([]);
});

test('without an account manager everybody who looks after partners is told what waits and what ends', async () => {
  const agent = await anAgent();
  const manager = await world.asStaff('manager');
  const { id } = await agent.portal.credentials.add(rera(5));
  await world.settle();
  const { rows } = await manager.inbox.list({});
  expect(rows[0]).toMatchObject({
    title: `${agent.name} gave us a credential to check`,
    href: `/partners/${agent.partnerId}`,
  });
  await manager.partners.verifyCredential({ credentialId: id });
  await world.tick();
  expect(
    (await warnings('manager@harbour.test')).filter((subject) => subject.includes(agent.name)),
  ).toHaveLength(1);
});

test('the document goes with the credential: staff and its partner read it, no other partner', async () => {
  const [agent, other] = [await anAgent(), await anAgent()];
  const manager = await world.asStaff('manager');
  const { id } = await agent.portal.credentials.add({ ...rera(400), file: pdf('Certificate.pdf') });
  const [given] = (await manager.partners.get({ id: agent.partnerId })).credentials;
  expect(given?.documents).toMatchObject([{ fileName: 'Certificate.pdf' }]);
  world.clock.advanceMinutes(1);
  await agent.portal.credentials.attach({ credentialId: id, file: pdf('Annex.pdf') });
  const [seen] = (await agent.portal.portalProfile.get()).credentials;
  expect(seen?.documents.map(({ fileName }) => fileName)).toEqual(['Certificate.pdf', 'Annex.pdf']);
  const documentId = seen?.documents[0]?.id ?? '';
  expect(await manager.documents.download({ id: documentId })).toMatchObject({ fileName: 'Certificate.pdf' });
  await expect(other.portal.documents.download({ id: documentId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    other.portal.credentials.attach({ credentialId: id, file: pdf('Foreign.pdf') }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await manager.partners.verifyCredential({ credentialId: id });
  await expect(agent.portal.credentials.attach({ credentialId: id, file: pdf('Late.pdf') })).rejects.toThrow(
    /does not wait/,
  );
});

test('the same credential sent twice at once waits once', async () => {
  const agent = await anAgent();
  const answers = await Promise.allSettled([1, 2, 3].map(() => agent.portal.credentials.add(rera(400))));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await agent.portal.portalProfile.get()).credentials).toHaveLength(1);
});

test('each status lists exactly the credentials that show it', async () => {
  const auditor = await world.asStaff('auditor');
  const seen = new Set<string>();
  for (const status of credentialStatuses) {
    const { rows } = await auditor.credentials.list({ status, limit: 100 });
    expect(new Set(rows.map((row) => row.status)).size).toBeLessThanOrEqual(1);
    for (const row of rows) {
      expect(row.status).toBe(status);
      expect(seen.has(row.id)).toBe(false);
      seen.add(row.id);
    }
  }
  const [all] = await world.owner`select count(*)::int as n from credentials`;
  expect(seen.size).toBe(all?.n);
});

test('a partner cannot give a licence that has ended, nor verify one', async () => {
  const agent = await anAgent();
  await expect(agent.portal.credentials.add(rera(0))).rejects.toThrow(/This day has passed/);
  const forged = { ...rera(10), verifiedAt: world.clock.now() };
  await expect(agent.portal.credentials.add(forged)).rejects.toThrow();
  const { id } = await agent.portal.credentials.add(rera(10));
  const scoped = <T>(work: (tx: Tx) => Promise<T>) =>
    world.db.scoped({ audience: 'partner', partnerId: agent.partnerId }, work);
  expect(
    await scoped((tx) =>
      tx.execute(`update credentials set verified_at = now() where id = '${id}' returning id`),
    ),
  ).toHaveLength(0);
  await expect(
    scoped((tx) =>
      tx.insert(credentials).values({
        ...rera(10),
        id: newId('credential', world.clock.now()),
        partnerId: agent.partnerId,
        verifiedAt: world.clock.now(),
        createdAt: world.clock.now(),
      }),
    ),
  ).rejects.toThrow();
});
