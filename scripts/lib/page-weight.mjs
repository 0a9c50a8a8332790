import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { apps } from './build.mjs';
import { root } from './run.mjs';
import { dim, PlainError, say } from './terminal.mjs';

/** What a page may ask a browser to load before it works, compressed as it travels. */
export const MOST_KILOBYTES = 170;

/** A page that failed is no page anybody opens first. */
const SELDOM = /\/global-error$/;

/**
 * The scripts that each page of the built apps loads first, compressed. Says the heaviest of each app.
 *
 * @throws PlainError naming every page above the bar
 */
export function checkPageWeights() {
  const pages = apps.flatMap(({ folder }) => weighPages(folder));
  if (pages.length === 0) throw new PlainError('There is no build to weigh. Run the production build first.');
  for (const { folder } of apps) {
    const own = pages.filter((page) => page.app === folder).sort((a, b) => b.kilobytes - a.kilobytes);
    const [heaviest] = own;
    if (!heaviest) continue;
    say(`${folder}: ${own.length} pages, heaviest ${heaviest.path} with ${heaviest.kilobytes.toFixed(1)} kB`);
    for (const { path, kilobytes } of own.slice(1, 4)) say(dim(`  ${path} ${kilobytes.toFixed(1)} kB`));
  }
  const tooHeavy = pages.filter(({ kilobytes }) => kilobytes > MOST_KILOBYTES);
  if (tooHeavy.length === 0) return;
  const lines = tooHeavy.map(({ app, path, kilobytes }) => `${app} ${path}: ${kilobytes.toFixed(1)} kB`);
  throw new PlainError(
    [`Pages that load more than ${MOST_KILOBYTES} kB of scripts before they work:`, ...lines].join('\n'),
  );
}

/** @param {string} folder */
function weighPages(folder) {
  const built = join(root, folder, '.next');
  const server = join(built, 'server/app');
  const weights = new Map();
  /** @param {string} file */
  const weigh = (file) => {
    const known = weights.get(file);
    if (known !== undefined) return known;
    const bytes = gzipSync(readFileSync(join(built, file))).length;
    weights.set(file, bytes);
    return bytes;
  };
  return readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('page_client-reference-manifest.js') && !name.startsWith('_'))
    .map((name) => {
      const files = new Set([...commonFiles(built), ...ownFiles(join(server, name))]);
      const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
      const path = `/${relative(server, join(server, name, '..'))}`.replace(/\/\([^)]+\)/g, '') || '/';
      return { app: folder, path, kilobytes: bytes / 1000 };
    });
}

/** What every page begins with. @param {string} built @returns {string[]} */
function commonFiles(built) {
  return JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8')).rootMainFiles;
}

/** What the page and the layouts around it add. @param {string} manifest @returns {string[]} */
function ownFiles(manifest) {
  const sandbox = { globalThis: /** @type {Record<string, any>} */ ({}) };
  vm.runInNewContext(readFileSync(manifest, 'utf8'), sandbox);
  const [found] = Object.values(sandbox.globalThis.__RSC_MANIFEST ?? {});
  return Object.entries(found?.entryJSFiles ?? {})
    .filter(([entry]) => !SELDOM.test(entry))
    .flatMap(([, files]) => files);
}
