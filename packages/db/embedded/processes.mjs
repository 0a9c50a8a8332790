import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Whether a process with this id runs; a process of another user counts as running.
 *
 * @param {number} pid
 */
export function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** A killed process stays in the table until its parent collects it: for us it is gone. @param {number} pid */
function isZombie(pid) {
  return statFields(pid)?.[0] === 'Z';
}

/** Fields of /proc/<pid>/stat after the command name, which may itself hold spaces. @param {number} pid */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Names one process for good: ids are handed out again, so the start time belongs to the name. @param {number} pid */
export function identityOf(pid) {
  return `${pid} ${statFields(pid)?.[19] ?? ''}`.trim();
}

/** Whether the very process that wrote this identity still runs. @param {string} identity */
export function isSameProcessRunning(identity) {
  const pid = Number(identity.split(' ')[0]);
  return isRunning(pid) && identityOf(pid) === identity;
}

/** Command line of a process, or an empty string. @param {number} pid */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }
}

/**
 * Runs `work` while this process alone holds the lock of `folder`. A lock left by a killed process is taken over.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const deadline = Date.now() + 120_000;
  while (!tryLock(lock)) {
    clearStaleLock(lock);
    if (Date.now() > deadline) {
      throw new Error(
        `Another process has been starting or stopping the database for two minutes. End it, or delete ${lock}.`,
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Takes a lock for as long as this process lives; one left by a killed process does not count.
 *
 * @param {string} lock
 * @returns {number | undefined} the process that holds it, if that is another one
 */
export function holdLock(lock) {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (tryLock(lock)) return undefined;
    const holder = readOptional(lock);
    if (holder && isSameProcessRunning(holder)) return Number(holder.split(' ')[0]);
    clearStaleLock(lock);
  }
  return Number(readOptional(lock)?.split(' ')[0]);
}

/** Writing beside and linking makes the lock appear with its content: nobody ever reads an empty one. @param {string} lock */
function tryLock(lock) {
  const draft = `${lock}.${randomUUID()}`;
  writeFileSync(draft, identityOf(process.pid));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} lock */
function clearStaleLock(lock) {
  const holder = readOptional(lock);
  if (holder === undefined || isSameProcessRunning(holder)) return;
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    // Between reading and renaming someone else may have cleared the stale lock and taken a new one: give it back.
    if (readOptional(aside) !== holder) linkSync(aside, lock);
  } catch {
    // Someone else cleared it first.
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Notes this process as a user of the database; answers the function that removes the note.
 *
 * @param {string} folder
 */
export function registerUser(folder) {
  mkdirSync(folder, { recursive: true });
  const note = join(folder, `${process.pid}-${randomUUID()}`);
  writeFileSync(note, identityOf(process.pid));
  return () => rmSync(note, { force: true });
}

/** How many running processes use the database; notes of killed ones are removed. @param {string} folder */
export function countUsers(folder) {
  let users = 0;
  for (const name of listOptional(folder)) {
    const note = join(folder, name);
    if (isSameProcessRunning(readOptional(note) ?? '')) users += 1;
    else rmSync(note, { force: true });
  }
  return users;
}

/** @param {string} folder */
function listOptional(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} file */
export function readOptional(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
