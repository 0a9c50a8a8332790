import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '@goodword/db/embedded';
import postgres from 'postgres';
import { migrate } from '../migrate.ts';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What a test needs to make its own database: an owner connection, the migrated template, a prefix for names. */
export interface TestServer {
  ownerUrl: string;
  template: string;
  prefix: string;
}

/**
 * Starts the server for tests (or uses `TEST_DATABASE_URL`) and prepares the migrated template database.
 * Runs that happen at once share one server; the last to stop ends it.
 */
export async function startTestServer(): Promise<TestServer & { stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given
    ? undefined
    : await startEmbedded({ name: 'test', fsync: false, settings: fastAndUnsafe });
  const ownerUrl = given ?? embedded?.url ?? '';
  const prefix = `goodword_test_${process.pid}_`;
  try {
    const template = await prepareTemplate(ownerUrl);
    return {
      ownerUrl,
      template,
      prefix,
      stop: async () => {
        await dropDatabases(ownerUrl, (name) => name.startsWith(prefix));
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Nothing in a test database has to survive a crash. */
const fastAndUnsafe = {
  synchronous_commit: false,
  full_page_writes: false,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 300,
  max_wal_size: '2GB',
};

/** The template is named after what it is made of, so it is built once per state of schema and migrations. */
async function prepareTemplate(ownerUrl: string): Promise<string> {
  const template = `goodword_template_${fingerprint()}`;
  return withMaintenance(ownerUrl, async (sql) => {
    // Two runs that start at once must not both migrate: roles belong to the whole server.
    await sql`select pg_advisory_lock(hashtext('goodword test template'))`;
    const databases = await sql<{ datname: string }[]>`select datname from pg_database order by oid desc`;
    if (databases.some(({ datname }) => datname === template)) return template;
    const draft = `${template}_draft`;
    await sql.unsafe(`drop database if exists "${draft}" with (force)`);
    await sql.unsafe(`create database "${draft}"`);
    await migrate({ ownerUrl: urlForDatabase(ownerUrl, draft) });
    await sql.unsafe(`alter database "${draft}" rename to "${template}"`);
    const names = databases.map(({ datname }) => datname);
    const templates = names.filter((name) => name.startsWith('goodword_template_'));
    // Runs on other states of the schema may be under way, so a few older templates stay.
    for (const name of [...templates.slice(3), ...names.filter(isLeftBehind)]) {
      await sql.unsafe(`drop database if exists "${name}" with (force)`);
    }
    return template;
  });
}

/** The database of a run that was killed before it could clean up; only a server of our own lets us judge that. */
function isLeftBehind(name: string): boolean {
  const pid = Number(/^goodword_test_(\d+)_/.exec(name)?.[1]);
  if (!pid || process.env.TEST_DATABASE_URL) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const part of ['migrations', 'src']) {
    for (const file of listFiles(join(packageFolder, part))) {
      if (file.includes('/testing/') || /\.test\.ts$/.test(file)) continue;
      hash.update(file.slice(packageFolder.length)).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path) : [path]));
}

async function dropDatabases(ownerUrl: string, chosen: (name: string) => boolean): Promise<void> {
  await withMaintenance(ownerUrl, async (sql) => {
    for (const { datname } of await sql<{ datname: string }[]>`select datname from pg_database`) {
      if (chosen(datname)) await sql.unsafe(`drop database if exists "${datname}" with (force)`);
    }
  });
}

/** Runs `work` on one connection to the database of the given URL, away from the template. */
export async function withMaintenance<T>(
  ownerUrl: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, idle_timeout: 0, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The same server and account, another database. */
export function urlForDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
