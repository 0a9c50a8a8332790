import { deflateSync } from 'node:zlib';
import { test } from './support/house.ts';
import { expect, expectAccessible, expectReadable, urlOf } from './support/index.ts';

/** A picture of one colour, made here so that no file has to be kept. */
function picture(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, check]);
  };
  const header = Buffer.from([0, 0, 0, 96, 0, 0, 0, 40, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(96 * 3, 0x66)]);
  const data = deflateSync(Buffer.concat(Array.from({ length: 40 }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

test('name, logo and colour of the organisation reach both portals, readable in light and dark', async ({
  house,
}) => {
  const page = await house.staff('admin');
  await page.goto(urlOf('admin', '/settings'));
  await page.getByLabel('Colour', { exact: true }).fill('#ffcc00');
  await expect(page.getByText(/White text on #ffcc00 is too hard to read/)).toBeVisible();
  await page.getByRole('button', { name: /^Use #/ }).click();
  await expect(page.getByText('Dark', { exact: true })).toBeVisible();
  await page.getByLabel('Colour', { exact: true }).fill('#7a1f6b');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();

  await page
    .getByLabel('Picture')
    .setInputFiles({ name: 'evil.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
  await expect(page.getByText(/no PNG, JPEG or WebP/)).toBeVisible();
  await page
    .getByLabel('Picture')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture() });
  await expect(page.getByText('The logo is shown from now on')).toBeVisible();
  await expectAccessible(page);

  const visitor = await house.visitor();
  for (const [app, path] of [
    ['partner', '/apply'],
    ['patient', '/register'],
    ['partner', '/sign-in'],
  ] as const) {
    await visitor.goto(urlOf(app, path));
    const logo = visitor.locator('[data-slot="logo-own"]').first();
    await expect(logo).toBeVisible();
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
    const accent = await visitor.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
    );
    expect(accent).toBe('#7a1f6b');
    for (const colorScheme of ['light', 'dark'] as const) {
      await visitor.emulateMedia({ colorScheme });
      await expectReadable(visitor);
    }
    await visitor.emulateMedia({ colorScheme: 'light' });
  }
  const src = await visitor.locator('[data-slot="logo-own"]').first().getAttribute('src');
  const file = await visitor.request.get(urlOf('partner', src ?? ''));
  expect(file.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await visitor.request.get(urlOf('partner', `/brand/logo/${'0'.repeat(32)}`))).status()).toBe(404);

  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('The logo is gone')).toBeVisible();
  await page.getByLabel('Colour', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Settings saved').last()).toBeVisible();
});
