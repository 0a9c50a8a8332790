import './lib/node-version.mjs';
import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from './lib/chromium.mjs';

/** `npm run screenshots`: takes the pictures of the README from a running `npm start` with demo data. */
const folder = new URL('../docs/images/', import.meta.url).pathname;
const password = 'goodword-demo-2026';
const apps = [
  {
    name: 'admin',
    url: process.env.ADMIN_URL ?? 'http://localhost:3000',
    email: 'admin@harbour.test',
    path: '/',
  },
  {
    name: 'partner-portal',
    url: process.env.PARTNER_URL ?? 'http://localhost:3001',
    email: 'layla@harbourgate.test',
    path: '/home',
  },
  {
    name: 'patient-portal',
    url: process.env.PATIENT_URL ?? 'http://localhost:3002',
    email: 'maya@mail.test',
    path: '/friends',
  },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: chromiumFlags,
});
for (const { name, url, email, path } of apps) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  // A page that follows what happens keeps a connection open: it is never without one.
  await page.goto(url + path, { waitUntil: 'load' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What is still being fetched says so.
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true], [data-slot=skeleton]'));
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}${name}.png` });
}
await browser.close();
