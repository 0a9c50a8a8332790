import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../../../packages/db/embedded/processes.mjs';
import { secondsUntil } from './house.mjs';
import { openListener } from './listener.mjs';
import { underLoad } from './under-load.mjs';

/** @typedef {import('./drills.mjs').Drill} Drill */

const IMPORT_ROWS = 3_000;
const KILLS = 5;
const JUMP_SECONDS = 900;

const newPeople = () => Array.from({ length: 10 }, () => `drill-${randomUUID()}@client.test`);

/** A run goes on where it stopped, with each row once, however often its worker is killed. @type {Drill} */
export const killDuringImport = {
  key: 'import-cut',
  title: `${KILLS} times kill -9 of the worker in the middle of an import of ${IMPORT_ROWS} rows`,
  run: async (house, findings) => {
    await house.untilWell();
    const source = `drill-${randomUUID()}`;
    const runId = await house.parts.startImport(source, IMPORT_ROWS);
    const doneNow = async () => {
      const [run] = await house.ask((sql) => sql`select done, status from runs where id = ${runId}`);
      return run;
    };
    const slowest = { seconds: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { done, status } = await doneNow();
      if (status === 'completed') break;
      await house.secondsUntilReady('worker', 60_000);
      await secondsUntil(async () => (await doneNow()).done > done, 60_000);
      await sleep(50 + kill * 60);
      process.kill(house.pidOf('worker'), 'SIGKILL');
      const cut = (await doneNow()).done;
      const again = await secondsUntil(async () => (await doneNow()).done > cut, 90_000);
      slowest.seconds = Math.max(slowest.seconds, again ?? Number.POSITIVE_INFINITY);
    }
    findings.within('the import goes on after a kill within', slowest.seconds, 60);
    const completed = await secondsUntil(async () => (await doneNow()).status === 'completed', 180_000);
    findings.within('and is complete after', completed, 180);
    const [seen] = await house.ask(
      (sql) => sql`
        select (select count(*)::int from partners where source = ${source}) as partners,
               (select count(*)::int from run_rows where run_id = ${runId} and result = 'created') as rows,
               (select count(*)::int from audit_entries where request_id = ${runId} and action = 'partner.imported') as trail`,
    );
    findings.check(
      seen.partners === IMPORT_ROWS && seen.rows === IMPORT_ROWS && seen.trail === IMPORT_ROWS,
      `${IMPORT_ROWS} rows: ${seen.partners} partners, ${seen.rows} results, ${seen.trail} entries in the trail`,
    );
  },
};

/** @type {Drill} */
export const clockJump = {
  key: 'clock-jump',
  title: `the clock of all processes jumps ${JUMP_SECONDS / 60} minutes ahead, then as far behind, then back`,
  run: async (house, findings) => {
    const people = [...newPeople(), ...newPeople()];
    await underLoad(house, findings, async (traffic) => {
      for (const [offset, some] of [
        [JUMP_SECONDS, people.slice(0, 10)],
        [-JUMP_SECONDS, people.slice(10)],
      ]) {
        house.setClock(Number(offset));
        await sleep(1_000);
        traffic.refusals.length = 0;
        await house.parts.referClients(/** @type {string[]} */ (some));
        await sleep(5_000);
        const unclean = traffic.refusals.filter(({ status }) => status !== 401);
        findings.check(
          unclean.length === 0,
          `${Number(offset) > 0 ? 'ahead' : 'behind'}: ${traffic.refusals.length} calls refused, ${unclean.length} of them otherwise than as signed at another time`,
        );
        for (const { name } of house.services) {
          if ((await house.secondsUntilReady(name, 2_000)) === undefined)
            findings.check(false, `${name} is not ready`);
        }
      }
      house.setClock(0);
      const back = Date.now();
      await sleep(1_000);
      const serving = await secondsUntil(async () => traffic.lastAcknowledged() > back + 1_000, 20_000);
      findings.within('calls are acknowledged with the clock set right after', serving, 10);
    });
    const arrived = () => people.filter((person) => house.mail.delivered.includes(person)).length;
    const took = await secondsUntil(async () => arrived() === people.length, 60_000);
    findings.within('all mails caused in between arrive after', took, 60);
    await sleep(2_000);
    const copies = house.mail.delivered.filter((person) => people.includes(person)).length;
    findings.check(copies === people.length, `${copies} mails for ${people.length} people`);
  },
};

/** An open page hears of everything, also of what happened while nobody could tell it. @type {Drill} */
export const listenerFollows = {
  key: 'open-page',
  title: 'an open page listens while its app and then PostgreSQL are restarted',
  run: async (house, findings) => {
    await house.untilWell();
    const page = openListener(house.urlOf('admin'), await house.parts.staffCookie());
    /** @param {string} what @param {string[]} ids @param {number} most */
    const hears = async (what, ids, most) => {
      const took = await secondsUntil(async () => ids.every((id) => page.heard.has(id)), 60_000);
      findings.within(what, took, most);
    };
    try {
      await secondsUntil(async () => page.connections() > 0, 10_000);
      await hears('hears of 10 referrals within', await house.parts.referClients(newPeople()), 2);

      const pid = house.pidOf('admin');
      process.kill(pid, 'SIGTERM');
      const left = await secondsUntil(async () => !isRunning(pid), 40_000);
      findings.within('the app left with the stream open after', left, 30);
      const meanwhile = await house.parts.referClients(newPeople());
      findings.within('it serves again after', await house.secondsUntilReady('admin', 30_000), 10);
      await hears('and tells of what happened meanwhile within', meanwhile, 10);

      const database = house.databasePid();
      process.kill(database, 'SIGINT');
      await secondsUntil(async () => !isRunning(database), 20_000);
      const back = await secondsUntil(
        async () => (await house.ask((sql) => sql`select 1`)).length === 1,
        30_000,
      );
      findings.within('PostgreSQL is back after', back, 10);
      await house.untilWell();
      await hears('what happens then is heard within', await house.parts.referClients(newPeople()), 10);
    } finally {
      await page.close();
    }
  },
};
