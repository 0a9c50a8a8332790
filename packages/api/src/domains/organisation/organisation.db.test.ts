import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser } from '../../../test/given/browser.ts';
import { World } from '../../../test/given/world.ts';
import { issueSetupLink, requireEmpty } from './index.ts';

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

const settings = {
  name: 'Harbour Care',
  timeZone: 'Asia/Dubai',
  currency: 'USD',
  patientWord: 'patient',
  postalAddress: '1 Quay Street, Dubai',
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

test('the first administrator sets up the second step that is owed right after it', async () => {
  await world.owner`update organisation set staff_two_factor = 'required'`;
  const browser = new Browser(world, 'staff');
  await (await browser.call()).organisation.finishSetup({ token: await setupToken(), ...answers });
  expect(await (await browser.call()).identity.me()).toMatchObject({ secondFactor: 'enrolment_needed' });
  const { secret } = await (await browser.call()).identity.startTotpEnrolment();
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: world.clock.now().getTime(),
  });
  await (await browser.call()).identity.finishTotpEnrolment({ code });
  expect(await (await browser.call()).identity.me()).toMatchObject({ secondFactor: 'done' });
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

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a logo is shown to everybody under its hash, in pages and in mails, also after it was replaced', async () => {
  const admin = await world.asStaff('admin');
  await admin.organisation.changeLogo({ file: pixel });
  const { logoHash } = await world.visitor('patient').identity.organisation();
  for (const app of ['staff', 'partner', 'patient'] as const) {
    const logo = await world.visitor(app).organisation.logo({ hash: logoHash ?? '' });
    expect(logo).toEqual({ contentType: 'image/png', content: pixel });
  }
  await admin.organisation.update({ ...settings, accent: '#0f766e' });
  const partner = {
    contactName: 'Sam',
    email: 'sam@logo.test',
    partnerTypeCode: 'affiliate',
    regions: ['US'],
  };
  await admin.partners.invite({ ...partner, name: 'Logo Watchers' });
  await world.settle();
  const [mail] = await world.mailsTo('sam@logo.test');
  expect(mail?.html).toContain(`http://patient.test/brand/logo/${logoHash}`);
  expect(mail?.html).toContain('#0f766e');
  await admin.organisation.changeLogo({ file: null });
  expect((await world.visitor('patient').identity.organisation()).logoHash).toBeNull();
  expect(await world.visitor('patient').organisation.logo({ hash: logoHash ?? '' })).toBeTruthy();
});

test('a logo is what its bytes say: a script in any clothes and a heavy picture are refused', async () => {
  const admin = await world.asStaff('admin');
  const file = (bytes: Uint8Array) => ({ file: Buffer.from(bytes).toString('base64') });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await expect(admin.organisation.changeLogo(file(svg))).rejects.toThrow(/no PNG, JPEG or WebP/);
  await expect(admin.organisation.changeLogo(file(Buffer.from('GIF89a')))).rejects.toThrow(/no PNG/);
  await expect(admin.organisation.changeLogo({ file: '' })).rejects.toThrow(/no PNG|could not be read/);
  const heavy = Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.alloc(200_000)]);
  await expect(admin.organisation.changeLogo(file(heavy))).rejects.toThrow(/at most 200 kB/);
  expect((await admin.identity.organisation()).logoHash).toBeNull();
});

test('an accent that cannot be read is refused with the nearest one that can', async () => {
  const admin = await world.asStaff('admin');
  await expect(admin.organisation.update({ ...settings, accent: '#ffcc00' })).rejects.toThrow(
    /nearest colour that works is #[0-9a-f]{6}/,
  );
  await admin.organisation.update({ ...settings, accent: '#0F766E' });
  expect((await world.visitor('partner').identity.organisation()).accent).toBe('#0f766e');
  await admin.organisation.update({ ...settings, accent: null });
  expect((await world.visitor('partner').identity.organisation()).accent).toBeNull();
});

test('starting empty is refused once there is staff, with what to do instead', async () => {
  await requireEmpty(world.system);
  await world.staff('admin');
  await expect(requireEmpty(world.system)).rejects.toThrow(/holds the data of Harbour Care.*--reset/s);
});

test('starting empty on a fresh database has nothing to complain about', async () => {
  const fresh = await World.open(undefined, { installed: false });
  await requireEmpty(fresh.system);
  await fresh.close();
});
