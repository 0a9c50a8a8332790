import { test } from './support/house.ts';
import { expect, expectAccessible, urlOf } from './support/index.ts';

test('leads are assigned together, and one key press gives each back', async ({ house }) => {
  const page = await house.staff('coordinator');
  await page.goto(urlOf('admin', '/leads?status=new'));
  const boxes = page.getByRole('checkbox', { name: 'Select row' });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Assigned to').selectOption({ index: 1 });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByText('2 leads assigned')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The leads are where they were')).toBeVisible();
});

test('a partner that cannot change stays selected and says why, and the other one changes', async ({
  house,
}) => {
  const page = await house.staff('manager');
  await page.goto(urlOf('admin', '/partners?sort=-created'));
  // Partners of every state stand in the list: those that were invited only cannot be deactivated.
  for (const status of ['Active', 'Invited']) {
    const row = page.locator('tbody tr').filter({ has: page.getByText(status, { exact: true }) });
    await row.first().getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Change status' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Summer break');
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('1 partner deactivated')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Rows that were not changed' })).toContainText(
    'is invited and cannot become inactive',
  );
  await expect(page.getByText('1 selected')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The partners are as they were')).toBeVisible();
});

test('a message to partners is previewed, sent once, and reads as previewed', async ({ house }) => {
  const page = await house.staff('manager');
  await page.goto(urlOf('admin', '/partners?status=active'));
  await page.getByRole('checkbox', { name: 'Select row' }).first().check();
  await page.getByRole('button', { name: 'Write to them' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Subject').fill('Opening hours in December');
  await dialog.getByLabel('Message').fill('We close at noon on the 24th.\n\nThank you for a good year.');
  await dialog.getByRole('button', { name: /^Preview for/ }).click();
  // The frame runs no scripts, so nothing can look into it: what it was given counts.
  await expect(dialog.locator('iframe')).toHaveAttribute('srcdoc', /Thank you for a good year\./);
  const to = ((await dialog.getByText(/^To .* · Opening hours/).textContent()) ?? '').split(' ')[1] ?? '';
  await dialog.getByRole('button', { name: 'Send to 1 partner' }).click();
  await expect(page.getByText('1 partner written to')).toBeVisible();
  expect((await house.mailTo(to, 'partner-letter')).body).toContain('We close at noon on the 24th.');
});

test('deactivating a partner is taken back from the toast, and its history shows both', async ({ house }) => {
  const page = await house.staff('manager');
  await page.goto(urlOf('admin', '/partners?status=active'));
  await page.locator('tbody tr [data-row-focus]').nth(1).click();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Summer break');
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/is active again/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeVisible();
});
