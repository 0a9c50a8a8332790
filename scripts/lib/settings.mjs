import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stateFolder } from '../../packages/db/embedded/places.mjs';
import { root } from './run.mjs';

/**
 * Checks all settings with the very code the processes use; this Node cannot read TypeScript, so it is bundled first.
 *
 * @param {NodeJS.ProcessEnv} [source]
 * @returns {Promise<import('../../packages/config/src/env.ts').Settings>}
 */
export async function readSettings(source = process.env) {
  // In one go: the other way esbuild leaves a helper process behind for as long as the launcher lives.
  const { buildSync } = createRequire(join(root, 'package.json'))('esbuild');
  const outfile = join(root, '.goodword/cache/env.mjs');
  buildSync({
    entryPoints: [join(root, 'packages/config/src/env.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const { readEnv } = await import(pathToFileURL(outfile).href);
  return readEnv(source);
}

/** The key for encryption and signatures that is used when none is set: made once and kept. */
export function keptSecret() {
  const file = join(stateFolder(), 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(36).toString('base64'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/**
 * The one environment all processes share.
 *
 * @param {import('../../packages/config/src/env.ts').Settings} settings
 * @param {string} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
export function processEnvironment(settings, databaseUrl) {
  return {
    ...process.env,
    NODE_ENV: settings.nodeEnv,
    DATABASE_URL: databaseUrl,
    APP_SECRET: settings.appSecret ?? keptSecret(),
    HOST: settings.host,
    ADMIN_PORT: String(settings.adminPort),
    PARTNER_PORT: String(settings.partnerPort),
    PATIENT_PORT: String(settings.patientPort),
    EDGE_PORT: String(settings.edgePort),
    WORKER_PORT: String(settings.workerPort),
    ADMIN_URL: settings.adminUrl,
    PARTNER_URL: settings.partnerUrl,
    PATIENT_URL: settings.patientUrl,
    EDGE_URL: settings.edgeUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
