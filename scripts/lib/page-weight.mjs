import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { apps } from './build.mjs';
import { root } from './run.mjs';
import { dim, PlainError, say } from './terminal.mjs';

/** Next and React alone are 133 kB of it. What a page may ask of a browser before it works, as it travels. */
const MOST_KILOBYTES = 360;

/**
 * Weighs the scripts that each page of the built apps loads first, compressed; says the heaviest and the lightest of
 * each app and writes all of them to a report.
 *
 * @param {string} report JSON file with `{ app, route, kilobytes }` of every page
 * @throws PlainError naming every page above the bar
 */
export async function weighPages(report) {
  const pages = apps.flatMap(({ folder }) => pagesOf(folder));
  writeFileSync(report, `${JSON.stringify(pages, null, 2)}\n`);
  for (const { folder } of apps) {
    const own = pages.filter(({ app }) => app === folder);
    say(`${folder}: ${own.length} pages`);
    for (const page of [own[0], own.at(-1)]) {
      if (page) say(dim(`  ${page.kilobytes.toFixed(1).padStart(6)} kB ${page.route}`));
    }
  }
  const heavy = pages.filter(({ kilobytes }) => kilobytes > MOST_KILOBYTES);
  if (heavy.length === 0) return;
  const lines = heavy.map(({ app, route, kilobytes }) => `${app} ${route}: ${kilobytes.toFixed(1)} kB`);
  throw new PlainError(
    [`Pages that load more than ${MOST_KILOBYTES} kB of scripts before they work:`, ...lines].join('\n'),
  );
}

/** The pages of one app, heaviest first, from what the build says of itself. @param {string} folder */
function pagesOf(folder) {
  const stats = join(root, folder, '.next/diagnostics/route-bundle-stats.json');
  /** @type {{ route: string, firstLoadChunkPaths: string[] }[]} */
  const routes = JSON.parse(readFileSync(stats, 'utf8'));
  const known = new Map();
  /** @param {string} path */
  const weigh = (path) => {
    if (!known.has(path)) known.set(path, gzipSync(readFileSync(join(root, folder, path))).length);
    return known.get(path);
  };
  return routes
    .map(({ route, firstLoadChunkPaths }) => ({
      app: folder,
      route,
      kilobytes: firstLoadChunkPaths.reduce((sum, path) => sum + weigh(path), 0) / 1000,
    }))
    .sort((one, other) => other.kilobytes - one.kilobytes);
}
