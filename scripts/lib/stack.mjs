import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../../packages/db/embedded/processes.mjs';
import { buildApi, buildPages } from './build.mjs';
import { connect } from './database.mjs';
import { runCli } from './launch.mjs';
import { freePorts } from './requirements.mjs';
import { root } from './run.mjs';
import { createSupervisor, describeServices, endLeftovers } from './services.mjs';
import { processEnvironment, readSettings } from './settings.mjs';

/**
 * Starts a whole Goodword beside any other: own database with demo data, own ports, nothing leaves the machine.
 *
 * @returns {Promise<{ urls: { admin: string, partner: string, patient: string, edge: string }, env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}
 */
export async function startStack() {
  const records = join(root, '.goodword/stacks');
  await endForgottenStacks(records);
  const { startEmbedded } = await import('../../packages/db/embedded/index.mjs');
  const server = await startEmbedded({ name: 'stack', fsync: false, settings: { max_connections: 200 } });
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [server.stop];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const databaseUrl = await makeDatabase(server.url, closers);
    const env = await ownEnvironment(databaseUrl);
    await buildApi();
    await runCli(['migrate'], env);
    await Promise.all([buildPages(), runCli(['seed'], env)]);
    const supervisor = createSupervisor({
      env,
      logs: join(root, '.goodword/logs/stack'),
      record: join(records, `${process.pid}.json`),
      keepAlive: false,
    });
    closers.push(() => supervisor.stop());
    await supervisor.start(describeServices(env));
    const { ADMIN_URL, PARTNER_URL, PATIENT_URL, EDGE_URL } = env;
    return {
      urls: {
        admin: `${ADMIN_URL}`,
        partner: `${PARTNER_URL}`,
        patient: `${PATIENT_URL}`,
        edge: `${EDGE_URL}`,
      },
      env,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends what killed runs left behind; runs that still live are left alone. @param {string} records */
async function endForgottenStacks(records) {
  mkdirSync(records, { recursive: true });
  for (const name of readdirSync(records)) {
    if (!isRunning(Number.parseInt(name, 10))) await endLeftovers(join(records, name));
  }
}

/** @param {string} serverUrl @param {(() => Promise<unknown>)[]} closers */
async function makeDatabase(serverUrl, closers) {
  const sql = await connect(serverUrl);
  const name = `goodword_stack_${process.pid}`;
  for (const {
    datname,
  } of await sql`select datname from pg_database where datname like 'goodword\\_stack\\_%'`) {
    const owner = Number(datname.split('_').at(-1));
    if (owner === process.pid || !isRunning(owner))
      await sql.unsafe(`drop database "${datname}" with (force)`);
  }
  await sql.unsafe(`create database "${name}"`);
  closers.push(async () => {
    await sql.unsafe(`drop database "${name}" with (force)`);
    await sql.end({ timeout: 5 });
  });
  return serverUrl.replace(/\/goodword$/, `/${name}`);
}

/** Nothing of the surroundings counts here but the paths: tests must not depend on someone's settings. @param {string} databaseUrl */
export async function ownEnvironment(databaseUrl) {
  const names = ['ADMIN_PORT', 'PARTNER_PORT', 'PATIENT_PORT', 'EDGE_PORT', 'WORKER_PORT'];
  const ports = await freePorts(names.length);
  const settings = await readSettings({
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
    APP_SECRET: randomBytes(36).toString('base64'),
  });
  return {
    ...processEnvironment(settings, databaseUrl),
    DATABASE_OWNER_URL: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    LOG_LEVEL: '',
    DEMO_DATA: '',
    TRUST_PROXY: '',
    COOKIE_SECURE: '',
    NODE_OPTIONS: '',
  };
}
