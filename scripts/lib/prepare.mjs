import { join } from 'node:path';
import { stateFolder } from '../../packages/db/embedded/places.mjs';
import { openDatabase } from './database.mjs';
import { becomeOnlyLauncher } from './launch.mjs';
import { assertPortsFree, installPackages, loadDotEnv } from './requirements.mjs';
import { endLeftovers } from './services.mjs';
import { processEnvironment, readSettings } from './settings.mjs';
import { confirm, PlainError, say, step } from './terminal.mjs';

/** File that remembers the running processes, so that the next start can end what a kill -9 left behind. */
export const recordOfChildren = () => join(stateFolder(), 'processes.json');

/**
 * The steps every launcher of the whole product shares, up to an open database.
 *
 * @param {import('./launch.mjs').Session} session
 * @param {{ beforeDatabase?: (settings: import('../../packages/config/src/env.ts').Settings) => unknown }} [options]
 */
export async function prepareAll(session, { beforeDatabase = () => {} } = {}) {
  loadDotEnv();
  becomeOnlyLauncher(session);
  await endLeftovers(recordOfChildren());
  await step('Ports are free', assertPortsFree);
  const settings = await prepareSettings(session);
  await beforeDatabase(settings);
  return { settings, ...(await prepareDatabase(session, settings)) };
}

/** Packages and settings, for a launcher that opens no ports. @param {import('./launch.mjs').Session} session */
export async function prepareSettings(session) {
  const installed = (/** @type {boolean} */ did) => (did ? undefined : 'already there');
  await step('Packages installed', installPackages, installed);
  session.assertGoingOn();
  return step('Settings are good', () => readSettings());
}

/**
 * @param {import('./launch.mjs').Session} session
 * @param {import('../../packages/config/src/env.ts').Settings} settings
 */
export async function prepareDatabase(session, settings) {
  session.assertGoingOn();
  const database = await step(
    'Database runs',
    () => openDatabase(settings),
    ({ note }) => note,
  );
  session.defer(() => database.stop());
  session.assertGoingOn();
  return { database, env: processEnvironment(settings, database.url) };
}

/** Drops all data of the built-in database after asking. @param {boolean} isSure */
export async function resetEmbedded(isSure) {
  await assertSure(isSure, 'This deletes all data of the built-in database. Continue?');
  const { removeEmbedded } = await import('../../packages/db/embedded/index.mjs');
  await step('Data dropped', () => removeEmbedded('main'));
}

/** @param {boolean} isSure @param {string} question */
export async function assertSure(isSure, question) {
  if (isSure || (await confirm(question))) return;
  say();
  throw new PlainError('Nothing was deleted. Answer y, or add --yes, to drop the data.');
}
