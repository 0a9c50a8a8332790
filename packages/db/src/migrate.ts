import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import PgBoss from 'pg-boss';
import postgres, { type Sql } from 'postgres';
import { APP_ROLE } from './client.ts';
import { DEAD_QUEUE, JOB_EXPIRES_SECONDS, JOB_QUEUE } from './queues.ts';

export interface MigrateOptions {
  ownerUrl: string;
  /** Folder of the numbered SQL files; a bundled program, which lives elsewhere, has to say it. */
  migrationsFolder?: string;
}

function besideThisPackage(): string {
  return fileURLToPath(new URL('../migrations', import.meta.url));
}

const MIGRATION_LOCK = 7_410_022;

/** Brings the database to the current schema. Safe to call from several processes at once. */
export async function migrate({
  ownerUrl,
  migrationsFolder = besideThisPackage(),
}: MigrateOptions): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder });
    await installQueue(ownerUrl, sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The queue creates tables, which only the owner may; afterwards the application role can use them. */
async function installQueue(ownerUrl: string, sql: Sql): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schedule: false, supervise: false, max: 1 });
  boss.on('error', () => {});
  await boss.start();
  try {
    await boss.createQueue(DEAD_QUEUE, { name: DEAD_QUEUE, retryLimit: 0 });
    await boss.createQueue(JOB_QUEUE, {
      name: JOB_QUEUE,
      deadLetter: DEAD_QUEUE,
      retryLimit: 8,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: JOB_EXPIRES_SECONDS,
    });
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  await sql.unsafe(`
    grant usage on schema pgboss to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema pgboss to ${APP_ROLE};
    grant execute on all functions in schema pgboss to ${APP_ROLE};
  `);
}

/** Drops all data and tables of this database. The next `migrate` starts from nothing. */
export async function dropEverything(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql.unsafe(`
      drop schema if exists pgboss cascade;
      drop schema if exists drizzle cascade;
      drop schema if exists public cascade;
      create schema public;
    `);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
