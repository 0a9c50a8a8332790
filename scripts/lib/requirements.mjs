import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { PlainError } from './terminal.mjs';

const PNPM = 'pnpm@10.34.9';

/** Takes what `.env` says into the environment; what is already set wins. */
export function loadDotEnv() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Refuses to go on when a port is taken. Values that are no ports are left to the check of all settings, which can
 * run only after the install.
 */
export async function assertPortsFree() {
  const defaults = JSON.parse(readFileSync(join(root, 'packages/config/src/ports.json'), 'utf8'));
  for (const [name, usual] of Object.entries(defaults)) {
    const port = Number(process.env[name]?.trim() || usual);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) continue;
    const trouble = await tryPort(port, process.env.HOST?.trim() || '127.0.0.1');
    if (trouble === 'EADDRINUSE') {
      throw new PlainError(
        `Port ${port} is taken by another program. Stop that program, or choose another port with ${name}, for example: ${name}=${port + 100} npm start`,
      );
    }
    if (trouble === 'EACCES') {
      throw new PlainError(`Port ${port} needs special rights. Choose a port above 1024 with ${name}.`);
    }
    if (trouble) throw new PlainError(`Cannot listen on port ${port} (${trouble}). Check HOST and ${name}.`);
  }
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

/** As many free ports as asked for, all different. @param {number} count @returns {Promise<number[]>} */
export async function freePorts(count) {
  const probes = await Promise.all(
    Array.from({ length: count }, () => {
      const probe = createServer();
      return new Promise((resolve, reject) => {
        probe.once('error', reject);
        probe.listen({ port: 0, host: '127.0.0.1' }, () => resolve(probe));
      });
    }),
  );
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

/** Installs the packages when the lockfile is not the installed one. Answers whether it did. */
export async function installPackages() {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'));
  const wanted = createHash('sha256').update(lockfile).update(process.version).digest('hex');
  const marker = join(root, 'node_modules/.goodword-install');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return false;
  const env = { ...process.env, CI: 'true', NODE_ENV: 'development' };
  await run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], { name: 'install', env });
  writeFileSync(marker, wanted);
  return true;
}
