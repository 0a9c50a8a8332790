import { expect, test } from 'vitest';
import { prepareBrowser } from './browser.ts';

test('zod makes no code out of text once the browser is prepared', async () => {
  prepareBrowser();
  const { config } = await import('zod');
  expect(config().jitless).toBe(true);
});
