import { test } from './support/house.ts';
import { expect, urlOf } from './support/index.ts';

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

test('the command palette finds a partner by the beginning of its name, by keyboard alone', async ({
  house,
}) => {
  const page = await house.staff('manager');
  await page.goto(urlOf('admin', '/'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('harbour g');
  await expect(page.getByRole('option', { name: /^Harbour Gate Realty/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Harbour Gate Realty/ })).toBeVisible();
});
