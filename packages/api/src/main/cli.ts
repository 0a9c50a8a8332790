import { writeFile } from 'node:fs/promises';
import { readProcessEnv, SettingsError } from '@goodword/config/env';
import { migrate } from '@goodword/db/migrate';
import { captureMailer } from '../domains/notifications/index.ts';
import { inScope } from '../platform/context.ts';
import { AppError } from '../shared/errors.ts';
import { assembleProcess, docsFolder, migrationsFolder, workerContext } from './process.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** One word, one task; `npm start`, `npm run import` and `npm run docs` call these. */
const commands: Record<string, (args: string[]) => Promise<void>> = {
  migrate: async () => {
    const settings = readProcessEnv();
    await migrate({
      ownerUrl: settings.databaseOwnerUrl ?? settings.databaseUrl,
      migrationsFolder: migrationsFolder(),
    });
  },
  docs: async ([folder = docsFolder()]) => {
    const { generatedDocs } = await import('../docs/generated-docs.ts');
    for (const [name, content] of Object.entries(generatedDocs())) {
      await writeFile(`${folder}/${name}`, content);
      say(name);
    }
  },
  import: async (args) => {
    const { runImportCommand } = await import('../domains/imports/index.ts');
    const parts = assembleProcess('import', { connections: 4 });
    for (const line of await runImportCommand(workerContext(parts), args)) say(line);
  },
  /** What every installation needs, without demo data. With `--empty` only where nobody works yet. */
  install: async (args) => {
    const { install, unnamedOrganisation } = await import('../install/install.ts');
    const { requireEmpty } = await import('../domains/organisation/index.ts');
    const ctx = workerContext(assembleProcess('install', { connections: 2 }));
    if (args.includes('--empty')) await requireEmpty(ctx);
    await install(ctx, unnamedOrganisation);
  },
  /** Demo data for an empty database. The last line says what happened. */
  seed: async () => {
    const { isInstalled } = await import('../demo/demo.queries.ts');
    const ctx = workerContext(assembleProcess('seed', { connections: 4, durable: false }));
    // The storytellers are only brought in where there is something to tell.
    if (await inScope(ctx, isInstalled)) {
      say('already there');
      return;
    }
    const { seedDemo } = await import('../demo/seed-demo.ts');
    // Nothing of the story is sent: its people do not exist.
    const told = await seedDemo({ ...ctx, mailer: captureMailer });
    say(told ? 'half a year told' : 'already there');
  },
  /** How to get in: the demo's people, or the link of the first administrator while nobody can sign in. */
  'sign-ins': async () => {
    const { DEMO_PASSWORD, demoSignIns } = await import('../demo/people.ts');
    const { requireOrganisation } = await import('../domains/identity/index.ts');
    const { issueSetupLink } = await import('../domains/organisation/index.ts');
    const ctx = workerContext(assembleProcess('sign-ins', { connections: 2 }));
    const { isDemo } = await inScope(ctx, requireOrganisation);
    if (isDemo) {
      for (const { app, email, who } of demoSignIns) say(`  ${app.padEnd(15)} ${email.padEnd(28)} ${who}`);
      say(`  Password for all: ${DEMO_PASSWORD}`);
      return;
    }
    const link = await issueSetupLink(ctx);
    if (link) say(`  Open this link to name your organisation and make its first administrator:\n  ${link}`);
  },
  reset: async () => {
    const { dropEverything } = await import('@goodword/db/migrate');
    const settings = readProcessEnv();
    await dropEverything(settings.databaseOwnerUrl ?? settings.databaseUrl);
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  say(`There is no command "${name}". Known are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
try {
  await command(args);
  process.exit(0);
} catch (error) {
  if (error instanceof SettingsError) say(error.message);
  else if (error instanceof AppError) say(error.userMessage);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
