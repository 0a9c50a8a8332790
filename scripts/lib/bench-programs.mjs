import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildApi } from './build.mjs';
import { root } from './run.mjs';

/** Where the bundled programs of benches and drills lie: inside the package whose libraries they use. */
export const benchFolder = join(root, 'packages/api/.goodword/bench');

/** Builds the server programs and what measures and drills them. */
export async function buildBenchPrograms() {
  await buildApi();
  const { buildSync } = createRequire(join(root, 'package.json'))('esbuild');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'packages/api/package.json'), 'utf8'));
  const external = Object.keys(dependencies)
    .filter((name) => !name.startsWith('@goodword/'))
    .flatMap((name) => [name, `${name}/*`]);
  buildSync({
    entryPoints: ['main', 'load', 'parts'].map((name) => join(root, `packages/api/bench/${name}.ts`)),
    outdir: benchFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    logLevel: 'warning',
    external,
  });
}
