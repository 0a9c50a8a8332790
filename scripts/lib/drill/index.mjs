import { buildBenchPrograms } from '../bench-programs.mjs';
import { buildChanged } from '../build.mjs';
import { launch } from '../launch.mjs';
import { installPackages } from '../requirements.mjs';
import { bold, green, PlainError, red, say, sayError, seconds, step } from '../terminal.mjs';
import { drills } from './drills.mjs';
import { Findings } from './findings.mjs';
import { openHouse } from './house.mjs';

const usage = `npm run drill knows --only=<drill> (${drills.map(({ key }) => key).join(', ')}) and --outage=60 (seconds without a worker).`;

/** `npm run drill`: breaks a Goodword of its own in every way it has to survive. @param {string[]} args */
export function drill(args) {
  return launch(
    async (session) => {
      const { chosen, outageSeconds } = readOptions(args);
      await step('Packages installed', installPackages);
      await step('Programs built', async () => {
        await buildChanged();
        await buildBenchPrograms();
      });
      const house = await openHouse(session);
      const results = [];
      for (const { key, title, run } of chosen) {
        session.assertGoingOn();
        say(bold(`\n── ${key}: ${title}`));
        const begun = performance.now();
        const findings = new Findings();
        try {
          await run(house, findings, { outageSeconds });
        } catch (error) {
          findings.isGood = false;
          sayError(error);
        }
        results.push({ key, isGood: findings.isGood, took: seconds(begun) });
      }
      say(bold('\n── summary'));
      for (const { key, isGood, took } of results)
        say(`${isGood ? green('✓') : red('✗')} ${key.padEnd(20)} ${took}`);
      await session.close();
      process.exit(results.every(({ isGood }) => isGood) ? 0 : 1);
    },
    { interruptedCode: 130 },
  );
}

/** @param {string[]} args */
function readOptions(args) {
  const options = new Map(
    args.map((arg) => /** @type {[string, string]} */ (arg.replace(/^--/, '').split('='))),
  );
  const only = options.get('only');
  const chosen = drills.filter(({ key }) => only === undefined || key.startsWith(only));
  const unknown = [...options.keys()].find((name) => !['only', 'outage'].includes(name));
  if (unknown || chosen.length === 0) throw new PlainError(`Unknown option or drill: ${usage}`);
  return { chosen, outageSeconds: Number(options.get('outage') ?? 60) };
}
