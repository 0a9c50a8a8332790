import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { stateFolder } from '../../../packages/db/embedded/places.mjs';
import { benchFolder } from '../bench-programs.mjs';
import { connect, keepRunning } from '../database.mjs';
import { runCli } from '../launch.mjs';
import { root } from '../run.mjs';
import { createSupervisor, describeServices } from '../services.mjs';
import { ownEnvironment } from '../stack.mjs';
import { step } from '../terminal.mjs';
import { openMailSink } from './mail-sink.mjs';
import { send, startTraffic } from './traffic.mjs';

const KEYS = 20;
const SETTLE_MS = 60_000;
const DATABASE = 'drill';

/** @typedef {Awaited<ReturnType<typeof openHouse>>} House */

/**
 * A whole Goodword of its own to break things in: database that waits for the disk, all processes under the launcher's
 * own supervision, mails to a server on loopback.
 *
 * @param {import('../launch.mjs').Session} session
 */
export async function openHouse(session) {
  const { removeEmbedded, startEmbedded } = await import('../../../packages/db/embedded/index.mjs');
  const openDatabase = () => startEmbedded({ name: DATABASE, settings: { max_connections: 200 } });
  await removeEmbedded(DATABASE);
  session.defer(() => removeEmbedded(DATABASE));
  const database = await step('Database runs', openDatabase);
  session.defer(database.stop);
  keepRunning(session, database, openDatabase);

  const mail = await openMailSink();
  session.defer(mail.close);
  const clockFile = join(root, '.goodword/drill-clock');
  mkdirSync(join(root, '.goodword'), { recursive: true });
  /** How many seconds the clocks of all processes are ahead. @param {number} seconds */
  const setClock = (seconds) => writeFileSync(clockFile, String(seconds));
  setClock(0);
  const env = {
    ...(await ownEnvironment(database.url)),
    SMTP_URL: mail.url,
    LOG_LEVEL: 'fatal',
    CLOCK_OFFSET_FILE: clockFile,
  };
  await step('Database is up to date', () => runCli(['migrate'], env));
  await step('Demo data', () => runCli(['seed'], env));

  // Drills kill on purpose: a process that is killed often is not to be left alone for ever longer.
  const supervisor = createSupervisor({
    env,
    logs: join(root, '.goodword/logs/drill'),
    longestPauseMs: 1_000,
  });
  session.defer(() => supervisor.stop());
  const services = describeServices(env);
  await step('Processes answer', () => supervisor.start(services));

  const { openParts } = await import(pathToFileURL(join(benchFolder, 'parts.mjs')).href);
  const parts = openParts(database.url, env.APP_SECRET);
  session.defer(() => parts.close());
  const keys = [];
  for (let number = 1; number <= KEYS; number += 1) keys.push(await parts.createKey(`clinic ${number}`));

  /** A fresh connection each time: the one before may have died with the server. @template T @param {(sql: Awaited<ReturnType<typeof connect>>) => Promise<T>} work */
  const ask = async (work) => {
    const sql = await connect(database.url);
    try {
      return await work(sql);
    } finally {
      await sql.end({ timeout: 2 });
    }
  };
  const codes = await ask(async (sql) => {
    const rows = await sql`
      select l.code from share_links l left join partners p on p.id = l.partner_id
      where l.revoked_at is null and (l.partner_id is null or p.status = 'active')`;
    return rows.map(({ code }) => code);
  });
  const patientEmail = await ask(async (sql) => {
    const [row] = await sql`
      select c.email from clients c join accounts a on a.client_id = c.id
      where c.email_verified_at is not null and a.audience = 'patient' limit 1`;
    return row.email;
  });

  const portOf = (/** @type {string} */ name) =>
    Number(services.find((service) => service.name === name)?.port);
  const urlOf = (/** @type {string} */ name, path = '') => `http://127.0.0.1:${portOf(name)}${path}`;
  const ready = async (/** @type {string} */ name) => (await send(urlOf(name, '/readyz'))) === 200;

  return {
    mail,
    parts,
    services,
    supervisor,
    ask,
    urlOf,
    /** @param {string} name */
    pidOf: (name) => Number(supervisor.pidOf(name)),
    databasePid: () =>
      Number(readFileSync(join(stateFolder(), DATABASE, 'data/postmaster.pid'), 'utf8').split('\n')[0]),
    setClock,
    startTraffic: () => startTraffic({ edgeUrl: urlOf('edge'), keys, codes, patientEmail }),
    /** Seconds until a process serves again, from now on. @param {string} name @param {number} withinMs */
    secondsUntilReady: (name, withinMs) => secondsUntil(() => ready(name), withinMs),
    /** Everything is as a drill expects to find it. */
    async untilWell() {
      for (const { name } of services) {
        const seconds = await secondsUntil(() => ready(name), SETTLE_MS);
        if (seconds === undefined) throw new Error(`the ${name} process does not come back`);
      }
    },
    /** Seconds until these events have been worked. @param {readonly string[]} events @param {number} withinMs */
    secondsUntilWorked: (events, withinMs) =>
      secondsUntil(async () => {
        const [row] = await ask(
          (sql) =>
            sql`select count(*)::int as n from inbound_events where event_id = any(${[...events]}) and processed_at is null`,
        );
        return row.n === 0;
      }, withinMs),
  };
}

/** Seconds until `isTrue`, or undefined when it takes too long. @param {() => Promise<boolean>} isTrue @param {number} withinMs */
export async function secondsUntil(isTrue, withinMs) {
  const begun = Date.now();
  while (Date.now() - begun < withinMs) {
    if (await isTrue().catch(() => false)) return (Date.now() - begun) / 1000;
    await sleep(50);
  }
  return undefined;
}
