import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { binariesFolder, serverIdentity, stateFolder } from './places.mjs';
import { commandOf, countUsers, isRunning, readOptional, registerUser, withLock } from './processes.mjs';

export { stateFolder } from './places.mjs';

const PREFERRED_PORTS = { main: 54320, test: 54330 };
const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Starts the built-in PostgreSQL, or joins the one that already runs on the same data. The role it hands out owns
 * the database and may create roles and databases but is no superuser, like the account of a managed PostgreSQL:
 * what works here works there.
 *
 * @param {import('./index.mjs').EmbeddedOptions} [options]
 * @returns {Promise<import('./index.mjs').EmbeddedDatabase>}
 */
export async function startEmbedded({ name = 'main', fsync = true, settings = {} } = {}) {
  const place = placeOf(name);
  return withLock(place.folder, async () => {
    const running = runningServer(place);
    const joined = running !== undefined && (await answers(place, running.port));
    if (running && !joined) await stopServer(running.pid);
    const server = joined ? running : await createAndStart(place, { fsync, ...settings });
    const leave = registerUser(place.users);
    const urlFor = (/** @type {string} */ user) => urlOf(place, server.port, user);
    return {
      url: urlFor('goodword'),
      superuserUrl: urlFor('postgres'),
      port: server.port,
      reused: joined,
      isRunning: () => isRunning(server.pid),
      stop: () => stopWhenLast(place, leave),
    };
  });
}

/**
 * Deletes a database with all its data. Refuses while a process uses it.
 *
 * @param {string} [name]
 */
export async function removeEmbedded(name = 'main') {
  const place = placeOf(name);
  await withLock(place.folder, async () => {
    if (countUsers(place.users) > 0) {
      throw new Error('The database is in use. Stop the running Goodword first, then try again.');
    }
    const running = runningServer(place);
    if (running) await stopServer(running.pid);
    for (const path of [place.data, place.password]) rmSync(path, { recursive: true, force: true });
  });
}

/** @param {string} name */
function placeOf(name) {
  const folder = join(stateFolder(), name);
  return {
    name,
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    port: join(folder, 'port'),
    users: join(folder, 'users'),
    log: join(folder, 'postgres.log'),
  };
}
/** @typedef {ReturnType<typeof placeOf>} Place */

/** @param {Place} place @param {number} port @param {string} user */
function urlOf(place, port, user) {
  return `postgres://${user}:${readFileSync(place.password, 'utf8').trim()}@127.0.0.1:${port}/goodword`;
}

/** The server that postmaster.pid names, if it really is PostgreSQL on this very data folder. @param {Place} place */
function runningServer(place) {
  const lines = readOptional(join(place.data, 'postmaster.pid'))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!isRunning(pid)) return undefined;
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(place.data) ? { pid, port } : undefined;
}

/** @param {Place} place @param {number} port */
async function answers(place, port) {
  if (!existsSync(place.password)) return false;
  try {
    await query(urlOf(place, port, 'goodword'), (sql) => sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} url
 * @param {(sql: postgres.Sql) => PromiseLike<unknown>} work
 */
async function query(url, work) {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** @param {Place} place @param {Record<string, unknown>} settings */
async function createAndStart(place, settings) {
  const binaries = binariesFolder();
  if (!existsSync(join(place.data, 'PG_VERSION'))) await createCluster(place, binaries);
  await assertSameVersion(place, binaries);
  /** @type {unknown} */
  let lastError;
  // A second try heals what a kill -9 leaves for a moment: dying backends that still hold shared memory, a port just taken.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await startServer(place, binaries, settings);
    } catch (error) {
      lastError = error;
      await sleep(300 * (attempt + 1));
    }
  }
  throw lastError;
}

/** Everything is laid out beside and renamed at the end, so a kill in the middle leaves no half cluster. @param {Place} place @param {string} binaries */
async function createCluster(place, binaries) {
  if (!existsSync(place.password)) {
    writeFileSync(place.password, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  const identity = serverIdentity();
  const draft = join(place.folder, 'draft');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordCopy = join(draft, 'password');
  writeFileSync(passwordCopy, readFileSync(place.password), { mode: 0o600 });
  if (identity.uid !== undefined) {
    for (const path of [draft, passwordCopy]) chownSync(path, identity.uid, identity.gid);
  }
  await run(join(binaries, 'bin/initdb'), [
    ...['-D', join(draft, 'data'), '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordCopy}`],
    ...[
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
  ]);
  renameSync(join(draft, 'data'), place.data);
  rmSync(draft, { recursive: true, force: true });
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...serverIdentity() });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} failed: ${output}`)),
    );
  });
}

/** @param {Place} place @param {string} binaries */
async function assertSameVersion(place, binaries) {
  const dataMajor = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  const version = await run(join(binaries, 'bin/postgres'), ['--version']);
  const serverMajor = /(\d+)\./.exec(String(version))?.[1];
  if (dataMajor === serverMajor) return;
  throw new Error(
    `The data in ${place.data} was written by PostgreSQL ${dataMajor}, but this version brings ${serverMajor}. Move the data over with pg_dump, or run npm start -- --reset to begin anew.`,
  );
}

/** @param {Place} place @param {string} binaries @param {Record<string, unknown>} settings */
async function startServer(place, binaries, settings) {
  if (!existsSync(place.password)) {
    throw new Error(
      `The database password is missing (${place.password}). Restore it, or run npm start -- --reset to begin anew.`,
    );
  }
  // Not ours (runningServer looked): PostgreSQL would take a process that got the old id for a running server.
  rmSync(join(place.data, 'postmaster.pid'), { force: true });
  const port = await choosePort(place);
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    shared_buffers: '64MB',
    max_connections: 100,
    jit: 'off',
    log_min_messages: 'warning',
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, asSetting(value)])),
  };
  const log = openLog(place);
  const child = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', place.data, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach the launcher only, which stops the database last.
    { cwd: '/', stdio: ['ignore', log, log], detached: true, ...serverIdentity() },
  );
  closeSync(log);
  child.on('error', () => {});
  child.unref();
  await waitUntilReady(place, child, port);
  await makeOwner(place, port);
  writeFileSync(place.port, String(port));
  return { pid: /** @type {number} */ (child.pid), port };
}

/** @param {unknown} value */
function asSetting(value) {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

/** @param {Place} place */
function openLog(place) {
  const size = existsSync(place.log) ? statSync(place.log).size : 0;
  return openSync(place.log, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
}

/** @param {Place} place @param {import('node:child_process').ChildProcess} child @param {number} port */
async function waitUntilReady(place, child, port) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const status = readOptional(join(place.data, 'postmaster.pid'))?.split('\n')[7]?.trim();
    if (status === 'ready') return;
    await sleep(20);
  }
  if (child.pid && child.exitCode === null && child.signalCode === null) await stopServer(child.pid);
  const tail = readOptional(place.log)?.trimEnd().split('\n').slice(-5).join('\n');
  throw new Error(
    `PostgreSQL did not start on port ${port}. Its last words, from ${place.log}:\n${tail ?? ''}`,
  );
}

/** Makes the owning role and its database on the first start; every later start finds them. @param {Place} place @param {number} port */
async function makeOwner(place, port) {
  const password = readFileSync(place.password, 'utf8').trim();
  const maintenance = urlOf(place, port, 'postgres').replace(/\/goodword$/, '/postgres');
  await query(maintenance, async (sql) => {
    const [found] =
      await sql`select exists (select from pg_database where datname = 'goodword') as "database",
      exists (select from pg_roles where rolname = 'goodword') as "role"`;
    if (!found?.role)
      await sql.unsafe(`create role goodword login createrole createdb password '${password}'`);
    if (!found?.database) await sql.unsafe('create database goodword owner goodword');
  });
}

/** The port of last time if it is free, else the usual one of this database, else any. @param {Place} place */
async function choosePort(place) {
  const usual = PREFERRED_PORTS[/** @type {keyof typeof PREFERRED_PORTS} */ (place.name)];
  for (const candidate of [Number(readOptional(place.port)), usual]) {
    if (candidate && (await freePort(candidate))) return candidate;
  }
  return /** @type {number} */ (await freePort(0));
}

/** @param {number} port @returns {Promise<number | undefined>} */
function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** @param {Place} place @param {() => void} leave */
async function stopWhenLast(place, leave) {
  await withLock(place.folder, async () => {
    leave();
    if (countUsers(place.users) > 0) return;
    const running = runningServer(place);
    if (running) await stopServer(running.pid);
  });
}

/** SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything down. @param {number} pid */
async function stopServer(pid) {
  for (const [signal, patienceMs] of /** @type {const} */ ([
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ])) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (!isRunning(pid)) return;
      await sleep(20);
    }
  }
}
