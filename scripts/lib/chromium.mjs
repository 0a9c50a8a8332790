import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { PlainError } from './terminal.mjs';

/** Draws no window, so that a page costs it about a third less. */
const shell = '/usr/bin/chromium-headless-shell';

const usualPlaces = [
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Chromium is, from `CHROMIUM_PATH` or the usual places. */
export function findChromium() {
  const candidates = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : usualPlaces;
  return candidates.find((path) => existsSync(path));
}

/** Makes sure that there is a Chromium for the browser tests; as root its shell without windows is installed when missing. */
export async function ensureChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new PlainError(`CHROMIUM_PATH is ${chosen}, but no file is there. Correct it or remove it.`);
  }
  if (!existsSync(shell)) await installShell();
  const found = findChromium();
  if (found) return found;
  throw new PlainError(
    'The browser tests need Chromium. Install it with: sudo apt-get install -y chromium-headless-shell (or set CHROMIUM_PATH to where a Chromium is)',
  );
}

/** Where this fails, a Chromium that is there already does as well, only slower. */
async function installShell() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update'], { name: 'chromium-update', env });
    await run('apt-get', ['install', '-y', 'chromium-headless-shell'], { name: 'chromium-install', env });
  } catch (error) {
    if (!findChromium()) throw error;
  }
}

/** Root may not use Chromium's sandbox; a closed network must not be asked for updates. */
export const chromiumFlags = ['--no-sandbox', '--disable-background-networking'];
