import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stateFolder } from '../../../packages/db/embedded/places.mjs';
import { holdLock, isRunning } from '../../../packages/db/embedded/processes.mjs';
import { apps } from '../build.mjs';
import { root } from '../run.mjs';
import { secondsUntil } from './house.mjs';
import { clockJump, killDuringImport, listenerFollows } from './long-drills.mjs';
import { send } from './traffic.mjs';
import { underLoad } from './under-load.mjs';

const RECOVERY_SECONDS = 10;
const JOBS_SECONDS = 60;
const EXIT_SECONDS = 30;

/**
 * @typedef {import('./house.mjs').House} House
 * @typedef {import('./findings.mjs').Findings} Findings
 * @typedef {{ key: string, title: string, run: (house: House, findings: Findings, options: { outageSeconds: number }) => Promise<void> }} Drill
 */

/** @param {string} name @returns {Drill} */
function killProcess(name) {
  return {
    key: `kill-${name}`,
    title: `kill -9 of the ${name} process while events and clicks come in`,
    run: (house, findings) =>
      underLoad(house, findings, async ({ events }) => {
        const before = [...events];
        process.kill(house.pidOf(name), 'SIGKILL');
        await sleep(100);
        findings.within('serves again after', await house.secondsUntilReady(name, 30_000), RECOVERY_SECONDS);
        if (name !== 'worker') return;
        findings.within(
          'jobs of before are done after',
          await house.secondsUntilWorked(before, 90_000),
          JOBS_SECONDS,
        );
      }),
  };
}

const MANY_KILLS = 20;
const JOBS = 1_000;

/** @type {Drill} */
const killWorkerOften = {
  key: 'worker-dies-often',
  title: `${MANY_KILLS} times kill -9 of the worker, each while it works, as events and clicks come in`,
  run: (house, findings) =>
    underLoad(house, findings, async (traffic) => {
      const enough = secondsUntil(async () => traffic.events.length >= JOBS, 120_000);
      const filled = enough.then(traffic.stop);
      for (let kill = 0; kill < MANY_KILLS; kill += 1) {
        // It is killed at a different moment of its work each time.
        await house.secondsUntilReady('worker', 60_000);
        await sleep(150 + kill * 40);
        process.kill(house.pidOf('worker'), 'SIGKILL');
      }
      await filled;
      const before = [...traffic.events];
      findings.check(before.length >= JOBS, `${before.length} events, each a job, came in meanwhile`);
      findings.within(
        'all jobs are done after the last kill in',
        await house.secondsUntilWorked(before, 120_000),
        JOBS_SECONDS,
      );
    }),
};

/** @param {NodeJS.Signals} signal @param {string} key @param {string} title @returns {Drill} */
function endDatabase(signal, key, title) {
  return {
    key,
    title,
    run: (house, findings) =>
      underLoad(house, findings, async (traffic) => {
        const pid = house.databasePid();
        const begun = Date.now();
        traffic.refusals.length = 0;
        process.kill(pid, signal);
        // Connections outlive a killed server for a moment: only what the next server took counts.
        await secondsUntil(async () => house.databasePid() !== pid, 60_000);
        const back = Date.now();
        const serving = await secondsUntil(async () => traffic.lastAcknowledged() > back, 60_000);
        findings.within(
          'calls are acknowledged again after',
          serving === undefined ? undefined : (Date.now() - begun) / 1000,
          RECOVERY_SECONDS,
        );
        const unclean = traffic.refusals.filter(({ status }) => status !== 503);
        const slowest = Math.max(0, ...traffic.refusals.map(({ ms }) => ms));
        findings.check(
          unclean.length === 0,
          `${traffic.refusals.length} calls refused in between, ${unclean.length} of them otherwise than with 503`,
        );
        findings.within('the slowest refusal took', slowest / 1000, 2);
        for (const { name } of house.services) {
          findings.within(
            `${name} is ready after`,
            await house.secondsUntilReady(name, 30_000),
            RECOVERY_SECONDS,
          );
        }
      }),
  };
}

/** @type {Drill} */
const mailHangs = {
  key: 'mail-hangs',
  title: 'the mail server accepts connections and never answers',
  run: async (house, findings) => {
    const people = Array.from({ length: 20 }, () => `drill-${randomUUID()}@client.test`);
    await underLoad(house, findings, async (traffic) => {
      house.mail.hang();
      await house.parts.referClients(people);
      await sleep(5_000);
      const during = traffic.events.slice(-20);
      findings.note(`20 mails wait; ${traffic.events.length} events acknowledged so far`);
      findings.within(
        'events are worked while the mail server hangs, after',
        await house.secondsUntilWorked(during, 90_000),
        JOBS_SECONDS,
      );
      findings.check(
        people.every((person) => !house.mail.delivered.includes(person)),
        'no mail has left while it hangs',
      );
    });
    house.mail.answer();
    const arrived = () => people.filter((person) => house.mail.delivered.includes(person)).length;
    const took = await secondsUntil(async () => arrived() === people.length, 180_000);
    findings.within('all 20 mails arrive once it answers, after', took, 180);
    await sleep(3_000);
    const copies = house.mail.delivered.filter((person) => people.includes(person)).length;
    findings.check(copies === people.length, `${copies} mails for ${people.length} people`);
  },
};

/**
 * Whoever sends traffic stops when it is told "not ready", as a load balancer does; until then every request has to
 * be answered.
 *
 * @param {string} name
 * @param {string} path
 * @returns {Drill}
 */
function askToLeave(name, path) {
  return {
    key: `leave-${name}`,
    title: `SIGTERM to the ${name} process while requests come in`,
    run: async (house, findings) => {
      await house.untilWell();
      const pid = house.pidOf(name);
      const seen = { asked: 0, failed: 0, notReady: false };
      let going = true;
      const lane = async () => {
        while (going) {
          const status = await send(house.urlOf(name, path));
          seen.asked += 1;
          if (status !== 200 && status !== 302) seen.failed += 1;
        }
      };
      const lanes = Array.from({ length: 6 }, lane);
      await sleep(1_000);
      const begun = Date.now();
      process.kill(pid, 'SIGTERM');
      while (Date.now() - begun < EXIT_SECONDS * 1000 && isRunning(pid)) {
        seen.notReady = (await send(house.urlOf(name, '/readyz'))) === 503;
        if (seen.notReady) break;
        await sleep(50);
      }
      const told = (Date.now() - begun) / 1000;
      going = false;
      await Promise.all(lanes);
      findings.check(seen.notReady, `readiness turned 503 first, after ${told.toFixed(2)} s`);
      findings.check(seen.failed === 0, `${seen.asked} requests until then, ${seen.failed} failed`);
      await secondsUntil(async () => !isRunning(pid), 40_000);
      findings.within('the process ended after', (Date.now() - begun) / 1000, EXIT_SECONDS);
      findings.within('serves again after', await house.secondsUntilReady(name, 30_000), RECOVERY_SECONDS);
    },
  };
}

/** @type {Drill} */
const workerDown = {
  key: 'worker-down',
  title: 'the worker is down while the outbox fills',
  run: async (house, findings, { outageSeconds }) => {
    const people = Array.from({ length: 10 }, () => `drill-${randomUUID()}@client.test`);
    const service = house.services.filter(({ name }) => name === 'worker');
    await underLoad(house, findings, async ({ events }) => {
      await house.supervisor.halt('worker');
      await house.parts.referClients(people);
      await sleep(outageSeconds * 1000);
      const [waiting] = await house.ask(
        (sql) =>
          sql`select count(*)::int as n from outbox o, relay_cursor c where (o.xid, o.id) > (c.xid, c.outbox_id)`,
      );
      findings.note(
        `${outageSeconds} s without a worker: ${events.length} events acknowledged, ${waiting.n} in the outbox`,
      );
      await house.supervisor.start(service);
    });
    const arrived = () => people.filter((person) => house.mail.delivered.includes(person)).length;
    findings.within(
      'all mails arrive after',
      await secondsUntil(async () => arrived() === 10, JOBS_SECONDS * 1000),
      JOBS_SECONDS,
    );
    await sleep(2_000);
    const copies = house.mail.delivered.filter((person) => people.includes(person)).length;
    findings.check(copies === people.length, `${copies} mails for ${people.length} people`);
  },
};

/** @type {Drill} */
const startTwice = {
  key: 'start-twice',
  title: 'npm start while it runs already',
  run: async (house, findings) => {
    const lock = join(stateFolder(), 'launcher');
    // The very lock of a running npm start, unless one really runs.
    const holder = holdLock(lock);
    try {
      const { code, output } = await runToEnd(['scripts/start.mjs'], 30_000);
      findings.check(code !== 0 && code !== null, `the second ends with exit code ${code}`);
      findings.check(/already running/.test(output), `and says: ${output.trim().split('\n').at(-1)}`);
    } finally {
      if (holder === undefined) rmSync(lock, { force: true });
    }
    findings.within('the first goes on serving after', await house.secondsUntilReady('edge', 5_000), 1);
  },
};

/** @param {string[]} args @param {number} patienceMs @returns {Promise<{ code: number | null, output: string }>} */
function runToEnd(args, patienceMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    const timer = setTimeout(() => child.kill('SIGTERM'), patienceMs);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/** Everything that is drilled, in this order. @type {readonly Drill[]} */
export const drills = [
  startTwice,
  killProcess('worker'),
  killWorkerOften,
  killProcess('edge'),
  ...apps.map(({ name }) => killProcess(name)),
  askToLeave('edge', '/healthz'),
  ...apps.map(({ name }) => askToLeave(name, '/healthz')),
  askToLeave('worker', '/healthz'),
  endDatabase('SIGKILL', 'kill-database', 'kill -9 of PostgreSQL while events and clicks come in'),
  endDatabase('SIGINT', 'restart-database', 'restart of PostgreSQL while events and clicks come in'),
  mailHangs,
  workerDown,
  listenerFollows,
  killDuringImport,
  clockJump,
];
