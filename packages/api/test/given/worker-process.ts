import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const here = (path: string) => new URL(path, import.meta.url).pathname;
const outfile = here('../../node_modules/.cache/mortal-worker.mjs');

/** Makes the program once: our own sources in, libraries left where they are. */
export async function buildMortalWorker(): Promise<void> {
  const { dependencies } = createRequire(import.meta.url)('../../package.json');
  const libraries = Object.keys(dependencies).filter((name) => !name.startsWith('@goodword/'));
  await build({
    entryPoints: [here('./mortal-worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    external: libraries.flatMap((name) => [name, `${name}/*`]),
  });
}

/** Starts a process that works a run; resolves once it has begun. */
export async function startMortalWorker(args: {
  url: string;
  runId: string;
  now: Date;
}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [outfile, args.url, args.runId, args.now.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}
