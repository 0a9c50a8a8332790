import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, removeEmbedded, startEmbedded, stateFolder } from './index.mjs';

const name = `trial-${process.pid}`;
const folder = join(stateFolder(), name);
const postmaster = () => Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
const open: EmbeddedDatabase[] = [];

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ name, fsync: false });
  open.push(database);
  return database;
}

async function ask<T>(url: string, query: string): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe<{ answer: T }[]>(query);
    return row?.answer as T;
  } finally {
    await sql.end();
  }
}

afterEach(async () => {
  for (const database of open.splice(0)) await database.stop();
  await removeEmbedded(name);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built-in database', () => {
  it('is one server for all who start it at once, and ends with the last of them', async () => {
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    expect(new Set([first.url, second.url, third.url]).size).toBe(1);
    expect([first, second, third].filter(({ reused }) => !reused)).toHaveLength(1);
    await first.stop();
    await second.stop();
    expect(await ask(third.url, 'select 1 as answer')).toBe(1);
    await third.stop();
    expect(third.isRunning()).toBe(false);
  });

  it('keeps data and address from start to start', async () => {
    const before = await start();
    await ask(before.url, `create table kept as select 'still here' as answer`);
    await before.stop();
    const after = await start();
    expect(after.url).toBe(before.url);
    expect(await ask(after.url, 'select answer from kept')).toBe('still here');
  });

  it('comes back after its server was killed', async () => {
    const before = await start();
    process.kill(postmaster(), 'SIGKILL');
    await expect.poll(() => before.isRunning()).toBe(false);
    const after = await start();
    expect(after.url).toBe(before.url);
    expect(await ask(after.url, 'select 1 as answer')).toBe(1);
  });

  it('takes over the server of a killed launcher', async () => {
    const module = new URL('./index.mjs', import.meta.url).href;
    const script = `const { startEmbedded } = await import('${module}');
      await startEmbedded({ name: '${name}', fsync: false });
      console.log('up');
      setInterval(() => {}, 1000);`;
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(launcher.stdout, 'data');
    launcher.kill('SIGKILL');
    await once(launcher, 'exit');
    const after = await start();
    expect(after.reused).toBe(true);
    await after.stop();
    expect(after.isRunning()).toBe(false);
  });

  it('starts although a foreign process got the number of the dead server', async () => {
    await (await start()).stop();
    writeFileSync(join(folder, 'data/postmaster.pid'), `${process.pid}\n`);
    expect(await ask((await start()).url, 'select 1 as answer')).toBe(1);
  });

  it('hands out an account that is no superuser and listens on this machine only', async () => {
    const { url } = await start();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await ask(url, 'select rolsuper as answer from pg_roles where rolname = current_user')).toBe(
      false,
    );
    expect(await ask(url, `select current_setting('listen_addresses') as answer`)).toBe('127.0.0.1');
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1 as answer')).rejects.toThrow(
      /password/,
    );
  });

  it('is not deleted while someone uses it', async () => {
    await start();
    await expect(removeEmbedded(name)).rejects.toThrow('The database is in use.');
    expect(existsSync(join(folder, 'data'))).toBe(true);
  });
});
