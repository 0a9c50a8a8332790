import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { launch } from './launch.mjs';
import { installPackages } from './requirements.mjs';
import { root, run } from './run.mjs';
import { startStack } from './stack.mjs';
import { bold, green, PlainError, red, say, step } from './terminal.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const LOOKS = 3;
const DEMO_PASSWORD = 'goodword-demo-2026';
const reports = join(root, '.goodword/reports/lighthouse');

/** What is looked at: public pages have to do better than those behind the sign-in. */
const pages = [
  { app: 'partner', path: '/' },
  { app: 'partner', path: '/apply' },
  { app: 'partner', path: '/for/broker/AE-DU' },
  { app: 'partner', path: '/sign-in' },
  { app: 'patient', path: '/' },
  { app: 'patient', path: '/register' },
  { app: 'admin', path: '/sign-in' },
  { app: 'admin', path: '/', as: 'admin@harbour.test' },
  { app: 'admin', path: '/partners', as: 'admin@harbour.test' },
  { app: 'partner', path: '/home', as: 'salem@alofuq.test' },
  { app: 'partner', path: '/leads', as: 'salem@alofuq.test' },
  { app: 'patient', path: '/home', as: 'maya@mail.test' },
];
const least = { public: 95, signedIn: 90, accessibility: 100 };

/**
 * `npm run lighthouse`: what Lighthouse says of the most visited pages, in a Goodword of its own. `--mobile` takes its
 * slow phone on a slow network in place of a desktop.
 *
 * @param {string[]} args
 */
export function lighthouse(args) {
  return launch(
    async (session) => {
      const unknown = args.find((arg) => arg !== '--mobile');
      if (unknown) throw new PlainError(`npm run lighthouse knows --mobile, and not ${unknown}.`);
      await step('Packages installed', installPackages);
      const chromePath = await ensureChromium();
      const stack = await step('A Goodword of its own runs', startStack);
      session.defer(stack.stop);
      mkdirSync(reports, { recursive: true });
      const rows = [];
      for (const page of pages) {
        session.assertGoingOn();
        rows.push(await measure(page, { urls: stack.urls, chromePath, preset: args[0] }));
      }
      writeFileSync(join(reports, 'summary.json'), `${JSON.stringify(rows, null, 2)}\n`);
      await session.close();
      process.exit(rows.every(({ isGood }) => isGood) ? 0 : 1);
    },
    { interruptedCode: 130 },
  );
}

/**
 * @param {{ app: string, path: string, as?: string }} page
 * @param {{ urls: Record<string, string>, chromePath: string, preset: string | undefined }} options
 */
async function measure({ app, path, as }, { urls, chromePath, preset }) {
  const output = join(reports, `${app}${path.replaceAll('/', '-')}.json`);
  const headers = as ? { Cookie: await signIn(`${urls[app]}`, as, chromePath) } : {};
  const options = [
    `${urls[app]}${path}`,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    '--only-categories=performance,accessibility,best-practices',
    `--chrome-flags=--headless=new ${chromiumFlags.join(' ')}`,
    `--extra-headers=${JSON.stringify(headers)}`,
    ...(preset === '--mobile' ? [] : ['--preset=desktop']),
  ];
  const env = { ...process.env, CHROME_PATH: chromePath };
  const looks = [];
  // The first visit after a start reads the page from the disk; of those that follow the middle one counts.
  for (let look = 0; look <= LOOKS; look += 1) {
    await run('npx', ['--yes', LIGHTHOUSE, ...options], { name: 'lighthouse', env });
    if (look > 0) looks.push(JSON.parse(readFileSync(output, 'utf8')));
  }
  looks.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  const { categories, audits } = looks[Math.floor(LOOKS / 2)];
  const score = (/** @type {string} */ name) => Math.round(categories[name].score * 100);
  const row = {
    app,
    path,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    paint: audits['largest-contentful-paint'].displayValue,
    blocked: audits['total-blocking-time'].displayValue,
  };
  const isGood =
    row.performance >= (as ? least.signedIn : least.public) && row.accessibility >= least.accessibility;
  const text = `performance ${row.performance}, accessibility ${row.accessibility}, best practices ${row.bestPractices}, largest paint ${row.paint}, blocked ${row.blocked}`;
  say(`${isGood ? green('✓') : red('✗')} ${bold(`${app} ${path}`)} ${text}`);
  return { ...row, isGood };
}

/** Cookies of a person of the demo. @param {string} url @param {string} email @param {string} executablePath */
async function signIn(url, email, executablePath) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    const cookies = await page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  } finally {
    await browser.close();
  }
}
