import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from './terminal.mjs';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Folder for logs of everything the launchers run. */
export const logFolder = join(root, '.goodword/logs');

/** Commands under way, so that a signal can end them. @type {Set<import('node:child_process').ChildProcess>} */
const underWay = new Set();

/** Ends the commands that run right now. */
export function stopCommands() {
  // SIGINT, as from a terminal: test runners then still clean up after themselves.
  for (const child of underWay) signalGroup(child, 'SIGINT');
}

/** Signals a child and everything it started. @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
export function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/**
 * Runs a command to its end and answers its output. Everything it prints goes to a log; on failure the last lines
 * are part of the error.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ name: string, cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} options
 * @returns {Promise<string>}
 */
export function run(command, args, { name, cwd = root, env = process.env, show = false }) {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${name}.log`);
  const log = createWriteStream(logFile);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    underWay.add(child);
    let stdout = '';
    let everything = '';
    const take = (/** @type {Buffer} */ chunk, /** @type {boolean} */ isStdout) => {
      const text = chunk.toString();
      if (isStdout) stdout += text;
      everything = (everything + text).slice(-20_000);
      log.write(chunk);
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', (chunk) => take(chunk, true));
    child.stderr.on('data', (chunk) => take(chunk, false));
    child.on('error', (cause) => {
      underWay.delete(child);
      reject(new PlainError(`${command} could not be started: ${cause.message}`));
    });
    child.on('close', (code, signal) => {
      underWay.delete(child);
      log.end();
      if (code === 0) return resolve(stdout);
      const tail = show ? '' : `\n${lastLines(everything, 25)}`;
      reject(
        new PlainError(`"${name}" failed (${signal ?? `exit code ${code}`}). Full log: ${logFile}${tail}`),
      );
    });
  });
}

/** @param {string} text @param {number} count */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
