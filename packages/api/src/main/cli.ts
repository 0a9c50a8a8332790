import { writeFile } from 'node:fs/promises';
import { readProcessEnv, SettingsError } from '@goodword/config/env';
import { migrate } from '@goodword/db/migrate';
import { migrationsFolder } from './process.ts';

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
  docs: async ([folder = '.']) => {
    const { generatedDocs } = await import('../docs/generated-docs.ts');
    for (const [name, content] of Object.entries(generatedDocs())) {
      await writeFile(`${folder}/${name}`, content);
      say(name);
    }
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
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
