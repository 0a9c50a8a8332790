import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

export { expect, test } from '@playwright/test';

/** The parts of Goodword a browser can open. */
export type App = 'admin' | 'partner' | 'patient' | 'edge';

/** Address of an app, with an optional path: `urlOf('partner', '/leads')`. */
export function urlOf(app: App, path = ''): string {
  const urls: Record<App, string> = JSON.parse(process.env.GOODWORD_URLS ?? '{}');
  return `${urls[app]}${path}`;
}

/** Signs in through the form, as a person does, and waits until the form is left. */
export async function signIn(page: Page, app: App, email: string, password: string): Promise<void> {
  await page.goto(urlOf(app, '/sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Expects no violation of WCAG 2.2 AA on the page as it stands; the message names rule and element. */
export async function expectAccessible(page: Page): Promise<void> {
  // The title of a page that is put together on the server may come after its markup.
  await expect(page).toHaveTitle(/\S/);
  expect(await violations(page, { type: 'tag', values: wcag22aa }), `accessibility of ${page.url()}`).toEqual(
    [],
  );
}

/** The same for colours alone: all that changes when the page turns dark. */
export async function expectReadable(page: Page): Promise<void> {
  const found = await violations(page, { type: 'rule', values: ['color-contrast'] });
  expect(found, `contrast of ${page.url()}`).toEqual([]);
}

async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    // Mails are shown in a frame that runs no scripts, so nothing can look into it; they are checked on their own.
    const found = await checker.run({ runOnly: rules, resultTypes: ['violations'], iframes: false });
    return found.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`,
    );
  }, runOnly);
}
