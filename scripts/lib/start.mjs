import { buildApi, buildPages } from './build.mjs';
import { keepRunning, openDatabase } from './database.mjs';
import { launch, runCli, sayAddresses } from './launch.mjs';
import { assertSure, prepareAll, recordOfChildren, resetEmbedded } from './prepare.mjs';
import { createSupervisor, describeServices } from './services.mjs';
import { PlainError, say, seconds, step } from './terminal.mjs';

/** `npm start`: everything from a fresh clone to served pages. @param {string[]} args */
export function start(args) {
  const begun = performance.now();
  return launch(async (session) => {
    const { reset, isSure, empty } = readArguments(args);
    const { settings, database, env } = await prepareAll(session, {
      beforeDatabase: (found) =>
        reset && found.databaseUrl === undefined ? resetEmbedded(isSure) : undefined,
    });
    const built = (/** @type {string[]} */ names) =>
      names.length > 0 ? names.join(', ') : 'nothing changed';
    await step('Programs built', buildApi, built);
    session.assertGoingOn();
    if (reset && !database.embedded) {
      await assertSure(isSure, `This deletes all Goodword data in ${database.note}. Continue?`);
      await step('Data dropped', () => runCli(['reset'], env));
    }
    await step('Database is up to date', () => runCli(['migrate'], env));
    session.assertGoingOn();
    const wantsDemo = settings.demoData && !empty;
    const fill = () =>
      wantsDemo
        ? step('Demo data', () => runCli(['seed'], env), lastLine)
        : step('First data', () => runCli(empty ? ['install', '--empty'] : ['install'], env));
    await Promise.all([step('Pages built', buildPages, built), fill()]);
    session.assertGoingOn();
    const supervisor = createSupervisor({ env, record: recordOfChildren() });
    session.defer(() => supervisor.stop());
    const starting = () => Promise.all([runCli(['sign-ins'], env), supervisor.start(describeServices(env))]);
    const [signIns] = await step('Processes answer', starting);
    session.assertGoingOn();
    sayAddresses(env, signIns);
    say(`Ready after ${seconds(begun)}.`);
    if (database.embedded) keepRunning(session, database, () => openDatabase(settings));
  });
}

/** @param {string[]} args */
function readArguments(args) {
  const unknown = args.filter((argument) => !['--reset', '--yes', '--empty'].includes(argument));
  if (unknown.length > 0) {
    throw new PlainError(
      `Unknown option ${unknown[0]}. npm start knows --empty (no demo data), --reset (drop the data first) and --yes (without asking).`,
    );
  }
  return {
    reset: args.includes('--reset'),
    isSure: args.includes('--yes'),
    empty: args.includes('--empty'),
  };
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) || undefined;
}
