import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { apps, buildChanged } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { launch } from './launch.mjs';
import { weighPages } from './page-weight.mjs';
import { installPackages } from './requirements.mjs';
import { root, run } from './run.mjs';
import { bold, dim, green, PlainError, red, say, sayError, seconds } from './terminal.mjs';

const reports = join(root, '.goodword/reports');
const packages = ['packages/config', 'packages/db', 'packages/api', 'packages/ui', 'packages/web'];
const leastCoverage = 80;
const leastTyped = '99.5';

/** All checks in the order in which they fail fastest. */
const steps = [
  { name: 'install', work: installPackages },
  { name: 'chromium', work: ensureChromium },
  { name: 'format and lint', work: () => tool('biome', ['ci', '.']) },
  { name: 'types', work: checkTypes },
  { name: 'type coverage', work: checkTypeCoverage },
  {
    name: 'import rules',
    work: () => tool('depcruise', ['--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'e2e']),
  },
  { name: 'unused code', work: () => tool('knip', []) },
  { name: 'migrations', work: () => tool('squawk', migrationFiles()) },
  { name: 'secrets', work: () => tool('secretlint', ['**/*']) },
  ...packages.map((folder) => ({
    name: `tests in ${folder}`,
    report: join(reports, `${folder.split('/')[1]}.json`),
    count: countVitest,
    work: () => vitest(folder),
  })),
  { name: 'production build', work: buildChanged },
  { name: 'page weight', work: () => weighPages(join(reports, 'page-weight.json')) },
  { name: 'browser tests', report: join(reports, 'browser.json'), count: countPlaywright, work: playwright },
];

/** `npm test`: everything that has to hold, in named steps; stops at the first failure. @param {string[]} args */
export function test(args) {
  return launch(
    async (session) => {
      const chosen = chooseSteps(args);
      rmSync(reports, { recursive: true, force: true });
      mkdirSync(reports, { recursive: true });
      const begun = performance.now();
      const results = [];
      for (const step of chosen) {
        session.assertGoingOn();
        const result = await runStep(step);
        results.push(result);
        if (result.error) break;
      }
      if (session.isInterrupted) return;
      sayResult(results, chosen.slice(results.length), begun);
      process.exitCode = results.some(({ error }) => error) ? 1 : 0;
    },
    { interruptedCode: 130 },
  );
}

function migrationFiles() {
  const folder = join(root, 'packages/db/migrations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join('packages/db/migrations', name));
}

/** @param {string[]} args */
function chooseSteps(args) {
  if (args.length === 0) return steps;
  const [flag, wanted] = args;
  const chosen = flag === '--only' && wanted ? steps.filter(({ name }) => name.includes(wanted)) : [];
  if (chosen.length > 0) return chosen;
  throw new PlainError(
    `npm test runs everything; npm test -- --only <step> runs one of: ${steps.map(({ name }) => `"${name}"`).join(', ')}`,
  );
}

/** @param {typeof steps[number]} step */
async function runStep(step) {
  const begun = performance.now();
  say(bold(`\n── ${step.name}`));
  let error;
  try {
    await step.work();
  } catch (caught) {
    error = caught;
    sayError(caught);
  }
  const counted =
    'report' in step && existsSync(step.report)
      ? step.count(JSON.parse(readFileSync(step.report, 'utf8')))
      : undefined;
  say(`${error ? red('✗') : green('✓')} ${step.name} ${dim(seconds(begun))}`);
  return { name: step.name, error, counted, duration: seconds(begun) };
}

/**
 * @param {Awaited<ReturnType<typeof runStep>>[]} results
 * @param {{ name: string }[]} notRun
 * @param {number} begun
 */
function sayResult(results, notRun, begun) {
  say(bold('\n── summary'));
  for (const { name, error, counted, duration } of results) {
    const tests = counted
      ? `${counted.passed} passed${counted.skipped ? `, ${counted.skipped} skipped` : ''}`
      : '';
    say(`${error ? red('✗') : green('✓')} ${name.padEnd(28)} ${duration.padStart(12)}  ${tests}`);
  }
  for (const { name } of notRun) say(dim(`- ${name.padEnd(28)} not run`));
  const passed = results.reduce((sum, { counted }) => sum + (counted?.passed ?? 0), 0);
  const failedTests = results.reduce((sum, { counted }) => sum + (counted?.failed ?? 0), 0);
  // A red run never ends in "0 failed", also when what failed was no test but, say, the build.
  const failed = failedTests || results.filter(({ error }) => error).length;
  say(`in ${seconds(begun)}\n`);
  say(`${passed} passed, ${failed} failed`);
}

/** @param {string} name @param {string[]} args @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] */
function tool(name, args, { cwd = root, env = process.env } = {}) {
  return run(join(root, 'node_modules/.bin', name), args, { name: `test-${name}`, cwd, env, show: true });
}

/** Two at a time: the compiler is quick, but each holds the types of its whole package. */
async function checkTypes() {
  await twoAtATime(
    apps.map(({ name, folder }) => () => {
      const next = join(root, folder, 'node_modules/next/dist/bin/next');
      return run(process.execPath, [next, 'typegen'], {
        name: `test-typegen-${name}`,
        cwd: join(root, folder),
      });
    }),
  );
  const folders = ['.', ...packages, ...apps.map(({ folder }) => folder)];
  await twoAtATime(
    folders.map((folder) => () => {
      const name = `test-types-${folder.replaceAll('/', '-')}`;
      return run(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder], { name });
    }),
  );
}

/** @param {(() => Promise<unknown>)[]} works */
async function twoAtATime(works) {
  const queue = [...works];
  const goOn = async () => {
    for (let work = queue.shift(); work !== undefined; work = queue.shift()) await work();
  };
  await Promise.all([goOn(), goOn()]);
}

/** How much of the code has a type of its own rather than `any`; the API brings what it imports of the others. */
async function checkTypeCoverage() {
  const options = ['--strict', '--ignore-files', '**/*.test.ts*', '--at-least', leastTyped];
  await Promise.all(
    ['packages/api', 'packages/ui'].map((folder) => tool('type-coverage', ['-p', folder, ...options])),
  );
}

/** @param {string} folder */
function vitest(folder) {
  const name = folder.split('/')[1];
  const coverage = [
    '--coverage.enabled',
    '--coverage.reporter=text-summary',
    `--coverage.thresholds.statements=${leastCoverage}`,
    `--coverage.thresholds.branches=${leastCoverage}`,
  ];
  return run(
    process.execPath,
    [
      join(root, folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, `${name}.json`)}`,
      ...(name === 'api' ? coverage : []),
    ],
    {
      name: `test-vitest-${name}`,
      cwd: join(root, folder),
      env: { ...process.env, NODE_ENV: 'test' },
      show: true,
    },
  );
}

function playwright() {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'browser.json') };
  return tool('playwright', ['test', '--reporter=list,json'], { env });
}

/** @param {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number, numPendingTests: number }} report */
function countVitest({ numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests }) {
  // A file that cannot even be read has no failed test, only a failed suite.
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites, skipped: numPendingTests };
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report */
function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
