import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expectPage, type House, newAddress, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';
import { register } from '../support/patients.ts';

const PROGRAM = 'Bring a friend';

/** The clinic's system, as anybody can run it, with a key made on the settings page. */
async function connectClinic(house: House) {
  const admin = await house.staff('admin');
  await open(admin, urlOf('admin', '/settings'));
  await expectPage(admin, 'Settings');
  await admin.getByRole('button', { name: 'Create key' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`Clinic ${newAddress('key').slice(4, 12)}`);
  await dialog.getByLabel(/Report finished consultations/).check();
  await dialog.getByLabel(/Redeem credit at a checkout/).check();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('Copy both now')).toBeVisible();
  await expectAccessible(admin);
  const env = {
    ...process.env,
    GOODWORD_URL: urlOf('edge'),
    GOODWORD_API_KEY: await dialog.getByLabel('API key', { exact: true }).inputValue(),
    GOODWORD_SIGNING_SECRET: await dialog.getByLabel('Signing secret').inputValue(),
  };
  await dialog.getByRole('button', { name: 'I copied them' }).click();
  return async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['examples/clinic/clinic.mjs', ...args], {
      env,
    });
    return stdout;
  };
}

test('a friend comes by a link, has a consultation, and the patient pays with what they earned', async ({
  house,
}) => {
  test.setTimeout(300_000);
  const clinic = await connectClinic(house);
  const amal = { name: 'Amal Haddad', email: newAddress('amal') };
  const ben = { name: 'Ben Okoro', email: newAddress('ben') };
  const patient = await house.visitor();
  await register(house, patient, amal);
  await open(patient, urlOf('patient', '/friends'));
  await expectPage(patient, /./);
  const home = await house.ask<{ programs: { name: string; link: { url: string; code: string } }[] }>(
    patient,
    'patient',
    'invites.home',
  );
  const link = home.programs.find(({ name }) => name === PROGRAM)?.link;
  expect(await patient.getByLabel('Your link').first().inputValue()).toContain('/r/');

  const friend = await house.visitor();
  await open(friend, link?.url ?? '');
  expect(friend.url()).toBe(urlOf('patient', `/i/${link?.code}`));
  await expectPage(friend, /^Amal thinks you would like/);
  await friend.getByRole('link', { name: 'Register' }).click();
  await register(house, friend, ben, { from: 'here' });

  const visit = ['consultation', '--email', ben.email, '--jurisdiction', 'AE', '--id', `visit-${link?.code}`];
  const at = ['--at', new Date().toISOString()];
  expect(await clinic(...visit, ...at)).toMatch(/accepted/);
  expect(await clinic(...visit, ...at)).toMatch(/accepted/);
  await house.mailTo(amal.email, 'reward-available');
  await house.mailTo(ben.email, 'reward-available');
  await open(friend, urlOf('patient', '/rewards'));
  await expect(friend.getByText('$25.00').first()).toBeVisible();
  await expectPage(friend, 'Rewards');
  await open(patient, urlOf('patient', '/rewards'));
  await expect(patient.getByText('$50.00').first()).toBeVisible();

  const order = ['checkout', '--email', amal.email, '--total', '3000', '--order', `order-${link?.code}`];
  expect(await clinic(...order)).toContain('Used 3000 USD of credit');
  expect(await clinic(...order)).toContain('Used 3000 USD of credit');
  await patient.reload();
  await expectPage(patient, 'Rewards');
  await expect(patient.getByText('$20.00').first()).toBeVisible();
  await expect(patient.getByRole('table', { name: 'History of your rewards' }).getByRole('row')).toHaveCount(
    3,
  );

  // The one who invited sees that the friend joined, and nothing of the care.
  await open(patient, urlOf('patient', '/friends'));
  await expectPage(patient, /./);
  const row = patient.getByRole('table', { name: 'Your friends' }).getByRole('row').nth(1);
  await expect(row).toContainText('Joined');
  await row.getByRole('link').first().click();
  await expectPage(patient, /./);
  expect(await patient.content()).not.toMatch(/Okoro|consultation on|visit-/);
});
