import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/lib/chromium.mjs';

/** Browser tests of single apps lie with the app, journeys across the apps in e2e/. */
export default defineConfig({
  testDir: '.',
  respectGitIgnore: true,
  testMatch: ['apps/*/e2e/**/*.spec.ts', 'e2e/**/*.spec.ts'],
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: '.goodword/browser-results',
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 15_000,
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    screenshot: 'only-on-failure',
  },
});
