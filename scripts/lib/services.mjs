import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isSameProcessRunning } from '../../packages/db/embedded/processes.mjs';
import { apps } from './build.mjs';
import { lastLines, logFolder, root, signalGroup } from './run.mjs';
import { dim, PlainError, red, say } from './terminal.mjs';

const STOP_PATIENCE_MS = 20_000;
const START_PATIENCE_MS = 60_000;
const STEADY_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {string} cwd
 * @property {string[]} args arguments for node
 * @property {number} port
 */

/**
 * The processes of a running Goodword.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {{ dev?: boolean }} [options]
 * @returns {Service[]}
 */
export function describeServices(env, { dev = false } = {}) {
  const server = (/** @type {string} */ name, /** @type {string} */ port) => ({
    name,
    cwd: root,
    args: [join(root, `packages/api/dist/${name}.mjs`)],
    port: Number(env[port]),
  });
  return [
    server('worker', 'WORKER_PORT'),
    server('edge', 'EDGE_PORT'),
    ...apps.map(({ name, folder, portSetting }) => {
      const port = Number(env[portSetting]);
      const next = join(root, folder, 'node_modules/next/dist/bin/next');
      const args = [next, dev ? 'dev' : 'start', '-H', env.HOST ?? '127.0.0.1', '-p', String(port)];
      return { name, cwd: join(root, folder), args, port };
    }),
  ];
}

/**
 * Runs services, keeps their logs, restarts what dies, and stops all of them in order.
 *
 * @param {{ env: NodeJS.ProcessEnv, logs?: string, record?: string, keepAlive?: boolean, longestPauseMs?: number }} options
 * `record` is the file that remembers running children, so that the next start can end them after a kill -9.
 * A process that keeps dying is started again after ever longer pauses, up to `longestPauseMs`.
 */
export function createSupervisor({
  env,
  logs = logFolder,
  record,
  keepAlive = true,
  longestPauseMs = LONGEST_PAUSE_MS,
}) {
  /** @type {Map<string, { service: Service, child: import('node:child_process').ChildProcess, output: string, isUp: boolean }>} */
  const running = new Map();
  /** @type {Map<string, number>} */
  const pauses = new Map();
  let stopping = false;
  mkdirSync(logs, { recursive: true });

  /** @param {Service} service */
  function launch(service) {
    const child = spawn(process.execPath, service.args, {
      cwd: service.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches the launcher only, and everything a child starts can be stopped with it.
      detached: true,
    });
    const entry = { service, child, output: '', isUp: false };
    running.set(service.name, entry);
    const begun = Date.now();
    const log = createWriteStream(join(logs, `${service.name}.log`), { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        entry.output = `${entry.output}${line}\n`.slice(-5_000);
        log.write(`${line}\n`);
        const notice = entry.isUp ? noticeIn(line, stream === child.stderr) : undefined;
        if (notice) say(`${dim(`[${service.name}]`)} ${notice}`);
      });
    }
    child.on('error', () => {});
    child.on('exit', (code, signal) => {
      log.end();
      if (stopping || !entry.isUp || running.get(service.name) !== entry || !keepAlive) return;
      void restart(service, signal ?? `exit code ${code}`, Date.now() - begun);
    });
    remember();
    return entry;
  }

  /** @param {Service} service @param {string} reason @param {number} livedMs */
  async function restart(service, reason, livedMs) {
    const pause = livedMs > STEADY_MS ? 500 : Math.min((pauses.get(service.name) ?? 250) * 2, longestPauseMs);
    pauses.set(service.name, pause);
    say(red(`[${service.name}] ended (${reason}); starting it again in ${pause / 1000} s`));
    await sleep(pause);
    if (stopping) return;
    const entry = launch(service);
    // From here on every exit is unexpected, also one before it is ready.
    entry.isUp = true;
  }

  function remember() {
    if (!record) return;
    const identities = [...running.values()].map(({ child }) => identityOf(child.pid ?? 0));
    writeFileSync(record, JSON.stringify(identities));
  }

  /** @param {Service} service */
  async function untilHealthy(service) {
    const entry = running.get(service.name);
    const host = ['0.0.0.0', '::', undefined].includes(env.HOST) ? '127.0.0.1' : env.HOST;
    const deadline = Date.now() + START_PATIENCE_MS;
    while (entry && Date.now() < deadline) {
      if (entry.child.exitCode !== null || entry.child.signalCode !== null) break;
      if (await isHealthy(`http://${host}:${service.port}/healthz`)) {
        entry.isUp = true;
        return;
      }
      await sleep(50);
    }
    throw new PlainError(
      `The ${service.name} process did not start. Its log: ${join(logs, `${service.name}.log`)}\n${lastLines(entry?.output ?? '', 15)}`,
    );
  }

  return {
    /** Starts services and waits until each answers on its health page. @param {Service[]} services */
    async start(services) {
      for (const service of services) launch(service);
      await Promise.all(services.map(untilHealthy));
    },

    /** Stops one service and starts it anew, for changed code. @param {string} name */
    async renew(name) {
      const entry = running.get(name);
      if (!entry || stopping) return;
      running.delete(name);
      await end(entry.child);
      if (!stopping) launch(entry.service).isUp = true;
    },

    /** Process of a service at this moment. @param {string} name */
    pidOf: (name) => running.get(name)?.child.pid,

    /** Stops one service for good; `start` brings it back. @param {string} name */
    async halt(name) {
      const entry = running.get(name);
      running.delete(name);
      if (entry) await end(entry.child);
    },

    /** Stops everything; who does not follow in 20 s is killed. */
    async stop() {
      stopping = true;
      await Promise.all([...running.values()].map(({ child }) => end(child)));
      if (record) rmSync(record, { force: true });
    },
  };
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_PATIENCE_MS);
  await gone;
  clearTimeout(timer);
}

/** @param {string} url */
async function isHealthy(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** What of a log line belongs on the terminal: warnings and errors. @param {string} line @param {boolean} isError */
function noticeIn(line, isError) {
  if (line.startsWith('{')) {
    try {
      const { level, msg, err } = JSON.parse(line);
      if (level < 40) return undefined;
      const text = [msg, err?.message].filter(Boolean).join(': ');
      return level >= 50 ? red(text) : text;
    } catch {
      // Not one of our log lines after all.
    }
  }
  return isError && line.trim() !== '' ? line : undefined;
}

/** Ends the children a killed launcher left behind. @param {string} record */
export async function endLeftovers(record) {
  /** @type {string[]} */
  let identities = [];
  try {
    identities = JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return;
  }
  const left = identities.filter(isSameProcessRunning);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    for (const identity of left.filter(isSameProcessRunning)) {
      try {
        process.kill(-Number(identity.split(' ')[0]), signal);
      } catch {
        // Gone between looking and signalling.
      }
    }
    const deadline = Date.now() + 10_000;
    while (left.some(isSameProcessRunning) && Date.now() < deadline) await sleep(50);
  }
  rmSync(record, { force: true });
}
