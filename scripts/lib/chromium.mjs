import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { PlainError } from './terminal.mjs';

const usualPlaces = [
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

/** Makes sure that there is a Chromium for the browser tests; as root it is installed when missing. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new PlainError(
      `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, but no file is there. Correct it or remove it.`,
    );
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { name: 'chromium-update', env });
    await run('apt-get', ['install', '-y', 'chromium'], { name: 'chromium-install', env });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new PlainError(
    'The browser tests need Chromium. Install it with: sudo apt-get install -y chromium (or set CHROMIUM_PATH to where it is)',
  );
}

/** Root may not use Chromium's sandbox; a closed network must not be asked for updates. */
export const chromiumFlags = ['--no-sandbox', '--disable-background-networking'];
