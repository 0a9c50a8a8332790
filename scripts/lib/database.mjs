import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';
import { PlainError, say, sayError } from './terminal.mjs';

const OLDEST_POSTGRES = 15;
const CHECK_MS = 1_000;

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {string} note
 * @property {boolean} embedded
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} stop
 */

/**
 * The database of `DATABASE_URL` if one is set and answers, else the built-in one.
 *
 * @param {{ databaseUrl: string | undefined, databaseOwnerUrl: string | undefined }} settings
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, databaseOwnerUrl }) {
  if (databaseUrl === undefined) return openEmbedded();
  for (const [name, url] of [
    ['DATABASE_URL', databaseUrl],
    ['DATABASE_OWNER_URL', databaseOwnerUrl],
  ]) {
    if (url !== undefined) await assertReachable(String(name), url);
  }
  const stop = async () => {};
  return { url: databaseUrl, note: placeOf(databaseUrl), embedded: false, isRunning: () => true, stop };
}

/**
 * Brings a built-in database back when it was killed; the processes reconnect by themselves, because port and password
 * stay.
 *
 * @param {import('./launch.mjs').Session} session
 * @param {Pick<Database, 'url' | 'isRunning'>} first
 * @param {() => Promise<Pick<Database, 'url' | 'isRunning' | 'stop'>>} open
 */
export async function keepRunning(session, first, open) {
  let { isRunning } = first;
  while (!session.isInterrupted) {
    await sleep(CHECK_MS, undefined, { ref: false });
    if (isRunning() || session.isClosing) continue;
    say('The database ended unexpectedly; starting it again.');
    try {
      const database = await open();
      ({ isRunning } = database);
      session.defer(database.stop);
      if (database.url !== first.url)
        throw new PlainError('The database had to move to another port. Run npm start again.');
    } catch (error) {
      sayError(error);
      await session.close();
      process.exit(1);
    }
  }
}

/** Imported only when needed: before the install its database driver is not there. @returns {Promise<Database>} */
async function openEmbedded() {
  const { startEmbedded } = await import('../../packages/db/embedded/index.mjs');
  const database = await startEmbedded({ name: 'main' });
  return {
    url: database.url,
    note: `built-in PostgreSQL on port ${database.port}${database.reused ? ', was still running' : ''}`,
    embedded: true,
    isRunning: database.isRunning,
    stop: database.stop,
  };
}

/** @param {string} name @param {string} url */
async function assertReachable(name, url) {
  const sql = await connect(url);
  try {
    const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
    if (row.major < OLDEST_POSTGRES) {
      throw new PlainError(
        `${name} leads to PostgreSQL ${row.major}, but Goodword needs ${OLDEST_POSTGRES} or newer. Upgrade it, or remove ${name} to use the built-in one.`,
      );
    }
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(
      `The database of ${name} (${placeOf(url)}) cannot be used: ${reasonOf(error)}. Correct ${name}, or remove it to use the built-in PostgreSQL.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** One connection with the driver of the database package. @param {string} url */
export async function connect(url) {
  const entry = createRequire(join(root, 'packages/db/package.json')).resolve('postgres');
  const { default: postgres } = await import(pathToFileURL(entry).href);
  return postgres(url, connection);
}
const connection = { max: 1, connect_timeout: 8, onnotice: () => {} };

/** Where a database is, without its password. @param {string} url */
function placeOf(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

/** @param {unknown} error */
function reasonOf(error) {
  const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
  /** @type {Record<string, string>} */
  const known = {
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'there is no such host',
    CONNECT_TIMEOUT: 'it does not answer within 8 seconds',
    '28P01': 'it refuses the password',
    28000: 'it refuses this user',
    '3D000': 'it has no such database',
  };
  return known[code ?? ''] ?? message ?? 'unknown reason';
}
