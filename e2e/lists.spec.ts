import { test } from './support/house.ts';
import { expect, expectAccessible, urlOf } from './support/index.ts';

test('the file of a list holds exactly what its filter finds, on all pages', async ({ house }) => {
  const page = await house.staff('coordinator');
  const count = async (query: string) => {
    const response = await page.request.get(urlOf('admin', `/leads/export?${query}`));
    expect(response.headers()['content-disposition']).toContain('leads.csv');
    const [header = '', ...lines] = (await response.text()).trim().split('\r\n');
    expect(header).toContain('Client');
    return { lines, all: lines.every((line) => line.includes('qualified')) };
  };
  const everything = await count('');
  const qualified = await count('status=qualified');
  expect(everything.lines.length).toBeGreaterThan(80);
  expect(qualified.lines.length).toBeGreaterThan(0);
  expect(qualified.lines.length).toBeLessThan(everything.lines.length);
  expect(qualified.all).toBe(true);
});

test('the file is not for visitors', async ({ request }) => {
  const response = await request.get(urlOf('admin', '/leads/export'), { maxRedirects: 0 });
  expect(response.status()).toBeGreaterThanOrEqual(300);
  expect(await response.text()).not.toContain('@mail.test');
});

test('a role that may not see a list gets no file of it either', async ({ house }) => {
  const page = await house.staff('coordinator');
  for (const path of ['/ledger/export', '/audit/export']) {
    expect((await page.request.get(urlOf('admin', path))).status()).toBe(403);
  }
});

test('the command palette finds a partner by the beginning of its name, by keyboard alone', async ({
  house,
}) => {
  const page = await house.staff('manager');
  await page.goto(urlOf('admin', '/'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('harbour g');
  await expect(page.getByRole('option', { name: /^Harbour Gate Realty Active/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Harbour Gate Realty/ })).toBeVisible();
});

test('a view is kept under a name, opens first when chosen to, and everything stays one press away', async ({
  house,
}) => {
  const page = await house.staff('finance');
  await page.goto(urlOf('admin', '/deals?status=verified'));
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Done deals');
  await dialog.getByLabel('Open the list with this view').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const own = page.getByRole('button', { name: 'Done deals, opens first' });
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await page.goto(urlOf('admin', '/deals'));
  await expect(page).toHaveURL(/status=verified/);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page).toHaveURL(/\/deals\?all=1$/);
  await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await own.click();
  await page.getByRole('button', { name: 'Change the view Done deals' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(own).toHaveCount(0);
  await page.goto(urlOf('admin', '/deals'));
  await expect(page).toHaveURL(/\/deals$/);
});

test('compact rows are remembered by the account and come with the page', async ({ house }) => {
  const page = await house.staff('finance');
  await page.goto(urlOf('admin', '/deals'));
  const toggle = page.getByRole('button', { name: 'Compact rows' });
  const stored = page.waitForResponse((answer) => answer.url().includes('views.setDensity') && answer.ok());
  await toggle.click();
  await stored;
  const html = await (await page.request.get(urlOf('admin', '/commissions'))).text();
  expect(html).toContain('data-density="compact"');
  await page.goto(urlOf('admin', '/commissions'));
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});
