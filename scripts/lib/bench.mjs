import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, buildBenchPrograms } from './bench-programs.mjs';
import { connect } from './database.mjs';
import { launch, runCli } from './launch.mjs';
import { installPackages } from './requirements.mjs';
import { root, run } from './run.mjs';
import { createSupervisor, describeServices } from './services.mjs';
import { ownEnvironment } from './stack.mjs';
import { PlainError, say, step } from './terminal.mjs';

const sizesOfScale = {
  small: { clients: 10_000, partners: 1_000, clicks: 100_000 },
  large: { clients: 1_000_000, partners: 100_000, clicks: 10_000_000 },
};
const usage =
  'npm run bench knows --rounds=5 --seconds=5 --only=click (or event, submit, share, lead-page, partner-home) and --dry (do not write docs); npm run bench:scale knows --calls=300';

/**
 * `npm run bench`: the hot paths against the bare statements behind them. `--scale`: the lists in a small and a large
 * database. Both on a server of their own that waits for the disk as a real one does.
 *
 * @param {string[]} args
 */
export function bench(args) {
  return launch(async (session) => {
    const options = readOptions(args);
    await step('Packages installed', installPackages);
    await step('Programs built', buildBenchPrograms);
    const server = await step('Database runs', startServer);
    session.defer(server.stop);
    session.assertGoingOn();
    if ('scale' in options) await scale(session, server, options);
    else await figures(session, server, options);
    await session.close();
  });
}

/** @param {string[]} args @returns {Record<string, string>} */
function readOptions(args) {
  const options = Object.fromEntries(args.map((arg) => arg.replace(/^--/, '').split('=')));
  const known = ['rounds', 'seconds', 'only', 'dry', 'scale', 'calls'];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown) throw new PlainError(`Unknown option --${unknown}: ${usage}.`);
  return options;
}

/** A server of its own, empty, with room in memory for what is measured; durable like the one of `npm start`. */
async function startServer() {
  const { removeEmbedded, startEmbedded } = await import('../../packages/db/embedded/index.mjs');
  await removeEmbedded('bench');
  const server = await startEmbedded({
    name: 'bench',
    settings: { shared_buffers: '256MB', max_connections: 200, max_wal_size: '4GB' },
  });
  const stop = async () => {
    await server.stop();
    await removeEmbedded('bench');
  };
  return { ...server, stop };
}

/** @param {import('../../packages/db/embedded/index.mjs').EmbeddedDatabase} server @param {string} name */
async function prepareDatabase(server, name) {
  const sql = await connect(server.url);
  await sql.unsafe(`create database "${name}"`);
  await sql.end();
  const at = (/** @type {string} */ url) => url.replace(/\/goodword$/, `/${name}`);
  const env = {
    ...(await ownEnvironment(at(server.url))),
    LOG_LEVEL: 'error',
    BENCH_SUPERUSER_URL: at(server.superuserUrl),
  };
  await runCli(['migrate'], env);
  return env;
}

/** @param {string} task @param {Record<string, string>} options @param {NodeJS.ProcessEnv} env @param {{ show?: boolean }} [how] */
function runBench(task, options, env, how = {}) {
  const given = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  return run(process.execPath, [join(benchFolder, 'main.mjs'), task, ...given], {
    name: `bench-${task}`,
    env,
    ...how,
  });
}

/** Fills the database; answers the cookies of the people who are signed in. @param {NodeJS.ProcessEnv} env @param {Record<string, string>} [size] */
async function seed(env, size = {}) {
  const out = join(benchFolder, 'signed-in.json');
  mkdirSync(benchFolder, { recursive: true });
  await runBench('seed', { out, ...size }, env);
  return readFileSync(out, 'utf8');
}

/** @param {import('./launch.mjs').Session} session @param {Awaited<ReturnType<typeof startServer>>} server @param {Record<string, string>} options */
async function figures(session, server, options) {
  const env = await step('Database is up to date', () => prepareDatabase(server, 'goodword_bench'));
  const cookies = await step('Data for the measurements', () => seed(env));
  const supervisor = createSupervisor({ env, logs: join(root, '.goodword/logs/bench'), keepAlive: false });
  session.defer(() => supervisor.stop());
  const edge = describeServices(env).filter(({ name }) => name === 'edge');
  await step('Edge answers', () => supervisor.start(edge));
  session.assertGoingOn();
  const { rounds = '5', seconds = '5', only } = options;
  const docs = 'dry' in options || only ? {} : { docs: join(root, 'docs') };
  await runBench('figures', { cookies, rounds, seconds, ...(only ? { only } : {}), ...docs }, env, {
    show: true,
  });
}

/** @param {import('./launch.mjs').Session} session @param {Awaited<ReturnType<typeof startServer>>} server @param {Record<string, string>} options */
async function scale(session, server, options) {
  /** @type {Record<string, { env: NodeJS.ProcessEnv, cookies: string }>} */
  const places = {};
  for (const [name, { clients, partners, clicks }] of Object.entries(sizesOfScale)) {
    const env = await prepareDatabase(server, `goodword_${name}`);
    const size = { clients: String(clients), partners: String(partners), clicks: String(clicks) };
    const cookies = await step(`${clients} leads, ${partners} partners, ${clicks} clicks`, () =>
      seed(env, size),
    );
    session.assertGoingOn();
    places[name] = { env, cookies };
  }
  /** @type {Record<string, Record<string, number[]>>} */
  const seen = {};
  for (let round = 0; round < 3; round += 1) {
    for (const [name, { env, cookies }] of Object.entries(places)) {
      const answer = await runBench('pages', { cookies, calls: options.calls ?? '300' }, env);
      for (const { key, p95 } of JSON.parse(answer.trim().split('\n').at(-1) ?? '[]')) {
        seen[key] ??= {};
        seen[key][name] ??= [];
        seen[key][name].push(p95);
      }
    }
  }
  say('\np95 of one page in ms, median of 3 alternating rounds\n');
  say('page              small   large   ratio   aim');
  for (const [key, { small = [], large = [] }] of Object.entries(seen)) {
    const aim = key.startsWith('partners') ? 2 : 1.5;
    const [few, many] = [middle(small), middle(large)];
    say(
      `${key.padEnd(16)}${few.toFixed(2).padStart(7)}${many.toFixed(2).padStart(8)}${(many / few).toFixed(2).padStart(8)}   ≤ ${aim}`,
    );
    if (many / few > aim) process.exitCode = 1;
  }
}

/** @param {number[]} values */
function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
