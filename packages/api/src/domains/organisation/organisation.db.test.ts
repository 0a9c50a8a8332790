import { afterEach, beforeEach, expect, test } from 'vitest';
import { World } from '../../../test/given/world.ts';
import { issueSetupLink } from './index.ts';

let world: World;

beforeEach(async () => {
  world = await World.open();
});
afterEach(() => world.close());

const answers = {
  name: 'Quay Clinic',
  timeZone: 'Asia/Singapore',
  currency: 'SGD',
  patientWord: 'Member',
  postalAddress: '2 Pier Road, Singapore',
  adminName: 'Ana Lim',
  adminEmail: 'Ana@quay.test',
  password: 'a long enough passphrase',
};

async function setupToken(): Promise<string> {
  const link = await issueSetupLink(world.system);
  return link?.split('/').at(-1) ?? '';
}

test('the set-up link names the organisation and makes the first administrator, once', async () => {
  const token = await setupToken();
  const visitor = world.visitor('staff');
  await visitor.organisation.readSetup({ token });
  await visitor.organisation.finishSetup({ token, ...answers });
  expect(await visitor.identity.organisation()).toMatchObject({
    name: 'Quay Clinic',
    patientWord: 'member',
    currency: 'SGD',
  });
  expect(await world.principal('staff', 'ana@quay.test')).toMatchObject({ role: 'admin' });
  await expect(visitor.organisation.finishSetup({ token, ...answers })).rejects.toThrow(/used before/);
});

test('of two people with the link at once one becomes administrator', async () => {
  const token = await setupToken();
  const tries = ['ana@quay.test', 'bob@quay.test'].map((adminEmail) =>
    world.visitor('staff').organisation.finishSetup({ token, ...answers, adminEmail }),
  );
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await world.owner`select id from accounts where audience = 'staff'`).toHaveLength(1);
});

test('once there is staff no link is made, and an old one is dead', async () => {
  const token = await setupToken();
  await world.staff('admin');
  expect(await issueSetupLink(world.system)).toBeNull();
  await expect(world.visitor('staff').organisation.readSetup({ token })).rejects.toThrow(/too old/);
});

test('an administrator changes the settings; the trail names fields and no values', async () => {
  const admin = await world.asStaff('admin');
  const { name, timeZone, currency, postalAddress } = answers;
  await admin.organisation.update({ name, timeZone, currency, postalAddress, patientWord: 'client' });
  const { rows } = await admin.audit.list({ action: 'organisation.changed' });
  expect(rows[0]?.fields).toBe('name,timeZone,currency,patientWord,postalAddress');
  await expect(
    admin.organisation.update({
      name,
      currency,
      postalAddress,
      patientWord: 'client',
      timeZone: 'Moon/Base',
    }),
  ).rejects.toThrow(/time zone/);
});
