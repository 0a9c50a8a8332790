import type { Page } from '@playwright/test';
import { confirm, expectPage, newAddress, open, test } from '../support/house.ts';
import { expect, urlOf } from '../support/index.ts';

const FIRST_PASSWORD = 'eleven boats before noon';
const NEW_PASSWORD = 'twelve boats after noon';

/** A fingerprint reader that always says yes, built into the browser. */
async function plugInPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function enterPassword(page: Page, email: string, password: string): Promise<void> {
  await open(page, urlOf('admin', '/sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a colleague joins, adds a passkey, signs in with it, and gets a new password by mail', async ({
  house,
}) => {
  test.setTimeout(360_000);
  const email = newAddress('noor');
  const admin = await house.staff('admin');
  await open(admin, urlOf('admin', '/staff'));
  await admin.getByRole('button', { name: 'Invite a colleague' }).click();
  await admin.getByLabel('Name').fill('Noor Saleh');
  await admin.getByLabel('E-mail').fill(email);
  await admin.getByRole('button', { name: 'Send invitation' }).click();
  await expect(admin.getByText(email)).toBeVisible();

  const noor = await house.visitor();
  await plugInPasskeys(noor);
  await open(noor, (await house.mailTo(email, 'team-invited')).link('/join/'));
  await expectPage(noor, /^Join /);
  await noor.getByLabel('Password').fill(FIRST_PASSWORD);
  await noor.getByRole('button', { name: 'Create account' }).click();
  await noor.waitForURL(urlOf('admin', '/'));

  await open(noor, urlOf('admin', '/account'));
  await expectPage(noor, 'Your account');
  await noor.getByRole('button', { name: 'Add a passkey' }).click();
  await noor.getByLabel('Name').fill('Laptop');
  await noor.getByRole('button', { name: 'Continue' }).click();
  await expect(noor.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await noor.getByRole('button', { name: 'I kept them' }).click();
  await expect(noor.getByRole('button', { name: 'Remove Laptop' })).toBeVisible();
  await confirm(noor, 'Sign out everywhere');
  await noor.waitForURL(/\/sign-in/);

  await enterPassword(noor, email, FIRST_PASSWORD);
  await expectPage(noor, 'One more step');
  await noor.getByRole('button', { name: 'Use your passkey' }).click();
  await noor.waitForURL(urlOf('admin', '/'));

  const visitor = await house.visitor();
  await open(visitor, urlOf('admin', '/sign-in'));
  await visitor.getByRole('link', { name: 'Forgot your password?' }).click();
  await visitor.waitForURL(/\/forgot$/);
  await visitor.getByLabel('E-mail').fill(email);
  await visitor.getByRole('button', { name: 'Send link' }).click();
  await expect(visitor.getByText('Look into your mailbox')).toBeVisible();
  const link = (await house.mailTo(email, 'reset-password')).link('/reset/');
  await open(visitor, link);
  await expectPage(visitor, 'Set a new password');
  await visitor.getByLabel('New password').fill(NEW_PASSWORD);
  await visitor.getByRole('button', { name: 'Save password' }).click();
  await expect(visitor.getByText('Your password is new')).toBeVisible();

  await noor.goto(urlOf('admin', '/account'));
  await noor.waitForURL(/\/sign-in/);
  await enterPassword(noor, email, NEW_PASSWORD);
  await expectPage(noor, 'One more step');
});
