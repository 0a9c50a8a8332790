import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildApi } from './build.mjs';
import { launch, runCli, sayAddresses } from './launch.mjs';
import { prepareAll, recordOfChildren } from './prepare.mjs';
import { root } from './run.mjs';
import { createSupervisor, describeServices } from './services.mjs';
import { say, sayError, step } from './terminal.mjs';

const QUIET_MS = 200;

/** `npm run dev`: the same product from source; pages reload by themselves, worker and edge start anew on a change. */
export function develop() {
  return launch(async (session) => {
    process.env.NODE_ENV ??= 'development';
    const { settings, env } = await prepareAll(session);
    await step('Server programs built', buildApi);
    await step('Database is up to date', () => runCli(['migrate'], env));
    await step('First data', () => runCli([settings.demoData ? 'seed' : 'install'], env));
    session.assertGoingOn();
    const supervisor = createSupervisor({ env, record: recordOfChildren() });
    session.defer(() => supervisor.stop());
    await step('Processes answer', () => supervisor.start(describeServices(env, { dev: true })));
    sayAddresses(env, await runCli(['sign-ins'], env));
    watchServerSources(session, async () => {
      await buildApi();
      await Promise.all(['worker', 'edge'].map((name) => supervisor.renew(name)));
      say('Worker and edge run the changed code.');
    });
  });
}

/** Calls back once per burst of changes, never twice at once. @param {import('./launch.mjs').Session} session @param {() => Promise<void>} work */
function watchServerSources(session, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let queue = Promise.resolve();
  for (const name of ['api', 'db', 'config']) {
    const watcher = watch(join(root, 'packages', name, 'src'), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        queue = queue.then(work).catch(sayError);
      }, QUIET_MS);
    });
    session.defer(() => watcher.close());
  }
}
