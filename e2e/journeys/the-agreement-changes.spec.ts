import type { Page } from '@playwright/test';
import { expectPage, open, test } from '../support/house.ts';
import { expect, expectAccessible, urlOf } from '../support/index.ts';

const firm = { name: 'Lim, Tan & Partners', email: 'wei@limtan.test' };
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Staff write the next version for law firms alone, read what changes, and publish it. */
async function publish(admin: Page, sentence: string, graceDays: number): Promise<void> {
  await open(admin, urlOf('admin', '/agreements/edit'));
  await expectPage(admin, /draft|version/i);
  const text = admin.getByLabel('Text', { exact: true });
  await text.fill(`${await text.inputValue()}\n\n${sentence}`);
  const types = admin.getByRole('group', { name: 'Only for these partner types' });
  await types.getByLabel('Law firm', { exact: true }).check();
  await admin.getByRole('button', { name: 'Save draft' }).click();
  await expect(
    admin
      .locator('ins')
      .filter({ hasText: /twice a year|four times a year/ })
      .last(),
  ).toBeVisible();
  await expectPage(admin, /, version \d+$/);
  await admin.getByRole('button', { name: 'Publish' }).click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('Counts from').fill(yesterday);
  await form.getByLabel('Time to accept it').fill(String(graceDays));
  await expectAccessible(admin);
  await form.getByRole('button', { name: 'Publish' }).click();
  await expect(form).toBeHidden();
  await expect(admin.getByRole('list', { name: 'Not accepted yet' })).toContainText(firm.name);
}

test('a new version is announced through its grace; past it the partner accepts before anything else, and goes on', async ({
  house,
}) => {
  test.setTimeout(240_000);
  const stamp = Date.now();
  const admin = await house.staff('admin');
  await publish(admin, `We meet twice a year (${stamp}).`, 14);

  const owner = await house.signedIn('partner', firm.email);
  await open(owner, urlOf('partner', '/refer'));
  await expectPage(owner, /Refer/);
  await expect(owner.getByText(/There is a new version of the agreement/)).toBeVisible();

  await publish(admin, `We meet four times a year (${stamp}).`, 0);
  await open(owner, urlOf('partner', '/refer'));
  await expectPage(owner, 'Agreement');
  expect(owner.url()).toBe(urlOf('partner', '/agreement'));
  await expect(owner.getByText('This version has to be accepted before you go on')).toBeVisible();
  await expect(owner.getByText(`We meet four times a year (${stamp}).`)).toBeVisible();
  await owner.getByLabel('I have read the agreement and may accept it for my company').check();
  await owner.getByRole('button', { name: 'Accept agreement' }).click();
  await owner.waitForURL(urlOf('partner', '/home'));
  await expectPage(owner, /^Welcome/);
  await expect(owner.getByText(/nothing new can start/)).toBeHidden();
  await open(owner, urlOf('partner', '/refer'));
  await expectPage(owner, /Refer/);
});
