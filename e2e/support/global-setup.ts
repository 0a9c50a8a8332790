import { startStack } from '../../scripts/lib/stack.mjs';

/**
 * Starts a whole Goodword for the browser tests. With `GOODWORD_URLS` (JSON with admin, partner, patient, edge) they
 * run against one that is already there, which is quicker while writing a test.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.GOODWORD_URLS) return undefined;
  const { urls, stop } = await startStack();
  process.env.GOODWORD_URLS = JSON.stringify(urls);
  return stop;
}
