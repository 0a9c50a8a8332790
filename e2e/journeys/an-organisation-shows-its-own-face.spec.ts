import type { Page } from '@playwright/test';
import { expectPage, open, test } from '../support/house.ts';
import { expect, expectReadable, urlOf } from '../support/index.ts';

/** A picture as somebody would have it on their disk. */
async function drawLogo(page: Page) {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 240;
    canvas.height = 80;
    const pen = canvas.getContext('2d');
    pen?.fillRect(0, 0, 240, 80);
    pen?.clearRect(20, 20, 60, 40);
    return canvas.toDataURL('image/png');
  });
  const buffer = Buffer.from(address.split(',')[1] ?? '', 'base64');
  return { name: 'logo.png', mimeType: 'image/png', buffer };
}

const colourField = (admin: Page) => admin.getByRole('textbox', { name: 'Colour Optional' });

async function saveSettings(admin: Page): Promise<void> {
  const saved = admin.waitForResponse(/organisation\.update/);
  const form = admin.locator('form').filter({ has: colourField(admin) });
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  expect((await saved).ok()).toBe(true);
  await expect(admin.getByText('Settings saved').first()).toBeVisible();
}

test('an admin gives the portals a colour that can be read and a logo, and takes both away again', async ({
  house,
}) => {
  test.setTimeout(240_000);
  const admin = await house.staff('admin');
  await open(admin, urlOf('admin', '/settings'));
  await expectPage(admin, 'Settings');

  await colourField(admin).fill('#ffd400');
  await expect(admin.getByText(/White text on #ffd400 is too hard to read/)).toBeVisible();
  const nearest = admin.getByRole('button', { name: /^Use #[0-9a-f]{6}$/ });
  const colour = ((await nearest.textContent()) ?? '').replace('Use ', '');
  await nearest.click();
  await expect(colourField(admin)).toHaveValue(colour);
  await expect(admin.getByText(/too hard to read/)).toHaveCount(0);
  await saveSettings(admin);
  await admin.getByLabel('Picture').setInputFiles(await drawLogo(admin));
  await expect(admin.getByText('The logo is shown from now on')).toBeVisible();
  await expect(admin.getByAltText(/^Logo of /).first()).toBeVisible();
  await expectPage(admin, 'Settings');

  const partner = await house.signedIn('partner', 'layla@harbourgate.test');
  await open(partner, urlOf('partner', '/home'));
  const logo = partner.locator('aside [data-slot="logo-own"]');
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240);
  const accent = () =>
    partner.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
  expect(await accent()).toBe(colour);
  await expectPage(partner, /./);
  await partner.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectReadable(partner);

  await admin.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(admin.getByText('The logo is gone')).toBeVisible();
  await colourField(admin).fill('');
  await saveSettings(admin);
  await open(partner, urlOf('partner', '/home'));
  await expect(logo).toHaveCount(0);
  expect(await accent()).not.toBe(colour);
});
