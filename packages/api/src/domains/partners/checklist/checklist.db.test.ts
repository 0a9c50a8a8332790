import { partners } from '@goodword/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenActivePartner } from '../../../../test/given/partners.ts';
import { PASSWORD, World } from '../../../../test/given/world.ts';
import { inScope } from '../../../platform/context.ts';
import { addDays } from '../../../shared/clock.ts';
import { readStanding } from '../../agreements/index.ts';
import { readOnboardingFacts } from './checklist.queries.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const open = (steps: readonly { key: string; done: boolean }[]) =>
  steps.filter(({ done }) => !done).map(({ key }) => key);

/** In which of the filtered lists a partner stands. */
async function listsWith(partnerId: string): Promise<string[]> {
  const manager = await world.asStaff('manager');
  const found: string[] = [];
  for (const onboarding of ['open', 'stalled', 'done'] as const) {
    const { rows } = await manager.partners.list({ onboarding, limit: 100 });
    if (rows.some(({ id }) => id === partnerId)) found.push(onboarding);
  }
  return found;
}

test('from the invitation to the first lead: partner, page, list and filter tell the same of every step', async () => {
  const manager = await world.asStaff('manager');
  const email = 'meera@konkan.test';
  const { id } = await manager.partners.invite({
    name: 'Konkan Estates',
    contactName: 'Meera Joshi',
    email,
    partnerTypeCode: 'rera_agent',
    regions: ['IN'],
  });
  const progress = async () => {
    const { onboarding } = await manager.partners.get({ id });
    const row = (await manager.partners.list({ search: 'Konkan' })).rows.find((one) => one.id === id);
    const steps = onboarding?.steps ?? [];
    expect(row?.onboarding).toEqual({
      done: steps.filter(({ done }) => done).length,
      total: steps.length,
    });
    expect(await listsWith(id)).toContain(open(steps).length > 0 ? 'open' : 'done');
    expect(await listsWith(id)).not.toContain(open(steps).length > 0 ? 'done' : 'open');
    return open(steps);
  };
  expect(await progress()).toEqual(['account', 'agreement', 'profile', 'credentials', 'start']);

  await world.settle();
  const token = await world.linkSecret(email, '/invitation/');
  await world.visitor('partner').invitations.accept({ token, name: 'Meera Joshi', password: PASSWORD });
  await manager.applications.approve({ partnerId: id });
  const owner = await world.asPartner(email);
  const seen = async () => {
    const { steps } = await owner.onboarding.state();
    expect(open(steps)).toEqual(await progress());
    return open(steps);
  };
  expect(await seen()).toEqual(['agreement', 'profile', 'credentials', 'start']);

  await owner.portalProfile.update({
    contactName: 'Meera Joshi',
    phone: '+91 98765 43210',
    about: 'Homes along the coast.',
    capacity: null,
  });
  expect(await seen()).toEqual(['agreement', 'credentials', 'start']);

  const { agreement } = await owner.onboarding.state();
  await owner.onboarding.acceptAgreement({ agreementId: agreement.id });
  expect(await seen()).toEqual(['credentials', 'start']);

  const credential = await owner.credentials.add({
    kind: 'rera',
    number: 'A1',
    authority: 'MahaRERA',
    region: 'IN-MH',
    expiresAt: addDays(world.clock.now(), 90),
  });
  expect(await seen()).toEqual(['credentials', 'start']);
  await manager.partners.verifyCredential({ credentialId: credential.id });
  expect(await seen()).toEqual(['start']);

  await owner.links.create({ campaign: 'spring' });
  expect(await seen()).toEqual([]);

  // Derived, so it opens again by itself: the number ends, and the agreement changes.
  world.clock.advanceDays(91);
  expect(await seen()).toEqual(['credentials']);
  const admin = await world.asStaff('admin');
  const draft = await admin.agreements.saveDraft({
    title: 'Partnership agreement',
    body: 'Clients come first.',
    partnerTypeCodes: ['rera_agent'],
    basedOn: null,
  });
  const { hash } = await admin.agreements.get({ id: draft.id });
  await admin.agreements.publish({ id: draft.id, hash, countsFrom: world.clock.now(), graceDays: 30 });
  expect(await seen()).toEqual(['agreement', 'credentials']);
});

test('nothing for fourteen days is a halt that staff Home counts, and any step ends it', async () => {
  const manager = await world.asStaff('manager');
  const stalled = async () => (await manager.home.summary()).waiting.stalledPartners;
  const email = 'quiet@partner.test';
  const { id } = await manager.partners.invite({
    name: 'Quiet Partners',
    contactName: 'Quinn',
    email,
    partnerTypeCode: 'channel',
    regions: ['AE'],
  });
  await world.settle();
  world.clock.advanceDays(13);
  const before = await stalled();
  expect(await listsWith(id)).toEqual(['open']);
  world.clock.advanceDays(1);
  // Looking is not doing.
  await manager.partners.get({ id });
  expect(await listsWith(id)).toEqual(['open', 'stalled']);
  expect(await stalled()).toBe(before + 1);
  expect((await manager.partners.get({ id })).onboarding).toMatchObject({ stalled: true });

  await manager.partners.resendInvitation({ id });
  expect(await listsWith(id)).toEqual(['open']);
  expect((await manager.partners.get({ id })).onboarding).toMatchObject({ stalled: false });
  world.clock.advanceDays(170);
  expect(await listsWith(id)).toEqual(['open']);
});

test('whatever a partner holds, the facts of the lists are those of the rules of agreement and credentials', async () => {
  const manager = await world.asStaff('manager');
  const held = [
    { region: 'IN', days: 200, verified: true },
    { region: 'IN-MH', days: 200, verified: true },
    { region: 'IN-KA', days: 200, verified: true },
    { region: 'IN-MH', days: 200, verified: false },
    { region: 'IN-MH', days: 2, verified: true },
  ];
  for (const regions of [['IN'], ['IN-MH'], ['IN-MH', 'IN-KA'], ['IN-MH', 'AE'], ['AE'], []]) {
    for (const { region, days, verified } of held) {
      world.clock.advanceMinutes(1);
      const { partnerId, email } = await givenActivePartner(world, { type: 'rera_agent', regions });
      const owner = await world.asPartner(email);
      const { id } = await owner.credentials.add({
        kind: 'rera',
        number: 'A1',
        authority: 'RERA',
        region,
        expiresAt: addDays(world.clock.now(), days),
      });
      if (verified) await manager.partners.verifyCredential({ credentialId: id });
      const now = addDays(world.clock.now(), 3);
      const facts = await inScope(world.system, async (tx) => ({
        ...(await readOnboardingFacts(tx, [partnerId], now)).get(partnerId),
        standing: (await readStanding(tx, partnerId, now)).state,
      }));
      world.clock.advanceDays(3);
      const { requirements } = await owner.portalProfile.get();
      const fulfilled = requirements.every(({ status }) => status === 'verified' || status === 'expiring');
      const given = `${regions.join()} with ${region}, ${days} days, ${verified ? 'verified' : 'waiting'}`;
      expect(facts.credentialsAsked, given).toBe(requirements.length > 0);
      expect(facts.credentials, given).toBe(fulfilled);
      expect(facts.agreement, given).toBe(facts.standing === 'current');
    }
  }
});

test('a partner that rests, left or waits for our decision alone is no newcomer that stands still', async () => {
  const { partnerId } = await givenActivePartner(world, { type: 'channel' });
  const manager = await world.asStaff('manager');
  world.clock.advanceDays(20);
  expect(await listsWith(partnerId)).toEqual(['open', 'stalled']);
  await inScope(world.system, (tx) =>
    tx.update(partners).set({ status: 'pending_review' }).where(eq(partners.id, partnerId)),
  );
  expect(await listsWith(partnerId)).toEqual(['open']);
  await inScope(world.system, (tx) =>
    tx.update(partners).set({ status: 'inactive' }).where(eq(partners.id, partnerId)),
  );
  expect(await listsWith(partnerId)).toEqual([]);
  expect((await manager.partners.get({ id: partnerId })).onboarding).toBeNull();
});
