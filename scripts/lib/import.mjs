import { buildApi } from './build.mjs';
import { launch, runCli } from './launch.mjs';
import { prepareDatabase, prepareSettings } from './prepare.mjs';
import { loadDotEnv } from './requirements.mjs';
import { PlainError, step } from './terminal.mjs';

/** `npm run import`: reads a file into the database, whether Goodword runs or not. @param {string[]} args */
export function importFile(args) {
  return launch(async (session) => {
    if (args.length === 0) {
      throw new PlainError(
        'Say what to import, for example: npm run import -- partners banks.csv --type lender --country US',
      );
    }
    loadDotEnv();
    const settings = await prepareSettings(session);
    const { env } = await prepareDatabase(session, settings);
    await step('Programs built', buildApi);
    await step('Database is up to date', () => runCli(['migrate'], env));
    await runCli(['import', ...args], env, { show: true });
    await session.close();
  });
}
