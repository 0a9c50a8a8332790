import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
  // Mails are shown in a frame that runs no scripts, so nothing can look into it; they are checked on their own.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: { type: 'tag', values: wcag22aa }, resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** The same for colours alone: all that changes when the page turns dark. */
export async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withRules(['color-contrast'])
    .analyze();
  const found = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  expect(found, `contrast of ${page.url()}`).toEqual([]);
}
