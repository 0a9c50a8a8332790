import type { Page } from '@playwright/test';
import { open, test } from './support/house.ts';
import { type App, expect, expectAccessible, expectReadable, urlOf } from './support/index.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** What a page says when something behind it broke, or when a value was printed raw. */
const rawText =
  /Something went wrong|This address is not complete|Not available right now|TRPCError|\[object Object\]|Invalid Date|\bNaN\b|\bundefined\b|\bnull\b/;

/** The page as it stands is whole: one heading, no raw text, and everybody can use it, in the dark and on a phone too. */
async function inspect(page: Page): Promise<void> {
  const where = page.url();
  await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1);
  expect(await page.title(), where).not.toBe('');
  await expect(page.locator('body'), where).not.toContainText(rawText, { useInnerText: true });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectReadable(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(PHONE);
  // A chart follows the width a moment later.
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
      message: `pixels that ${where} is wider than a phone`,
    })
    .toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
}

/** Where the navigation leads. */
async function destinations(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Main' }).first().getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(paths)];
}

/** One page below a list, e.g. the first lead. */
async function firstBelow(page: Page, path: string): Promise<string | undefined> {
  const links = page.locator(`main a[href^="${path}/"]`);
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return paths.find((one) => /^\/[a-z]{3}_[0-9a-z]{26}$/.test(one.slice(path.length)));
}

/** Every destination of the navigation and one page below each list. */
async function walk(page: Page, app: App, paths: readonly string[]): Promise<string[]> {
  const details: string[] = [];
  for (const path of paths) {
    await test.step(path, async () => {
      await open(page, urlOf(app, path));
      const detail = path === '/' ? undefined : await firstBelow(page, path);
      await inspect(page);
      if (!detail) return;
      details.push(detail);
      await open(page, urlOf(app, detail));
      await inspect(page);
    });
  }
  return details;
}

test.describe.configure({ mode: 'parallel' });
test.setTimeout(600_000);

for (const half of ['first', 'second'] as const) {
  test(`admin: every page of the ${half} half of the navigation is whole, accessible and fits a phone`, async ({
    house,
  }) => {
    const page = await house.staff('admin');
    await open(page, urlOf('admin', '/'));
    const paths = await destinations(page);
    expect(paths.length).toBeGreaterThan(15);
    const middle = Math.ceil(paths.length / 2);
    const chosen =
      half === 'first' ? paths.slice(0, middle) : [...paths.slice(middle), '/account', '/leads/new'];
    const details = await walk(page, 'admin', chosen);
    expect(details.length).toBeGreaterThan(3);
  });
}

test('partner portal: every page is whole, accessible and fits a phone', async ({ house }) => {
  const page = await house.signedIn('partner', 'salem@alofuq.test');
  await open(page, urlOf('partner', '/home'));
  const paths = await destinations(page);
  expect(paths.length).toBeGreaterThan(8);
  const details = await walk(page, 'partner', [...paths, '/security', '/earnings/payouts']);
  expect(details.length).toBeGreaterThan(2);
});

test('patient portal: every page is whole, accessible and fits a phone', async ({ house }) => {
  const page = await house.signedIn('patient', 'maya@mail.test');
  await open(page, urlOf('patient', '/home'));
  const paths = await destinations(page);
  expect(paths.length).toBeGreaterThan(4);
  const details = await walk(page, 'patient', [...paths, '/professionals/new']);
  expect(details.length).toBeGreaterThan(0);
});

test('what anybody can open is whole, accessible and fits a phone', async ({ house }) => {
  const page = await house.visitor();
  await walk(page, 'admin', ['/sign-in']);
  await walk(page, 'partner', ['/', '/apply', '/sign-in']);
  await walk(page, 'patient', ['/', '/register', '/sign-in']);
});
