// Bundles the processes that run outside Next: our own sources in, libraries left to node_modules.
import { readFileSync, rmSync } from 'node:fs';
import { build, context } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url)));
const external = Object.keys(dependencies)
  .filter((name) => !name.startsWith('@goodword/'))
  .flatMap((name) => [name, `${name}/*`]);

const options = {
  absWorkingDir: new URL('.', import.meta.url).pathname,
  entryPoints: { worker: 'src/main/worker.ts', edge: 'src/main/edge.ts', cli: 'src/main/cli.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: 'linked',
  logLevel: 'warning',
  external,
};

rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });

if (process.argv.includes('--watch')) await (await context(options)).watch();
else await build(options);
