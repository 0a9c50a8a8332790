import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from '../../packages/db/embedded/places.mjs';
import { holdLock } from '../../packages/db/embedded/processes.mjs';
import { apps } from './build.mjs';
import { root, run, stopCommands } from './run.mjs';
import { bold, PlainError, say, sayError } from './terminal.mjs';

/**
 * Runs a launcher: whatever it opens is closed again in reverse order, after a failure, Ctrl-C or SIGTERM alike.
 *
 * @param {(session: Session) => Promise<void>} work
 * @param {{ interruptedCode?: number }} [options] exit code after a signal: for a server a clean end, for tests a failure
 */
export async function launch(work, { interruptedCode = 0 } = {}) {
  const session = new Session(interruptedCode);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void session.interrupt());
  }
  try {
    await work(session);
  } catch (error) {
    // Commands that a signal ended fail too; that is no news.
    if (session.isInterrupted) return;
    sayError(error);
    // Of two commands at once one can fail: the other is not waited for.
    stopCommands();
    await session.close();
    process.exit(1);
  }
}

/** What a launcher has opened so far. */
export class Session {
  /** @type {(() => unknown)[]} */
  #closers = [];
  /** @type {Promise<void> | undefined} */
  #closing;
  #interruptedCode;
  isInterrupted = false;

  /** @param {number} interruptedCode */
  constructor(interruptedCode) {
    this.#interruptedCode = interruptedCode;
  }

  /** Notes how to undo what was just opened. @param {() => unknown} closer */
  defer(closer) {
    this.#closers.push(closer);
  }

  /** Whether what was opened is being undone: what ends now is meant to. */
  get isClosing() {
    return this.#closing !== undefined;
  }

  /** Throws when a signal came in the meantime, so that no further step begins. */
  assertGoingOn() {
    if (this.isInterrupted) throw new PlainError('Stopped.');
  }

  async interrupt() {
    if (this.isInterrupted) return;
    this.isInterrupted = true;
    say('\nStopping …');
    stopCommands();
    await this.close();
    say('Stopped.');
    process.exit(this.#interruptedCode);
  }

  /** Undoes everything, last opened first; one failure does not keep the rest open. */
  close() {
    this.#closing ??= (async () => {
      for (const closer of this.#closers.reverse()) {
        try {
          await closer();
        } catch (error) {
          sayError(error);
        }
      }
    })();
    return this.#closing;
  }
}

/** Lets only one launcher run on this repository. @param {Session} session */
export function becomeOnlyLauncher(session) {
  mkdirSync(join(root, '.goodword'), { recursive: true });
  const lock = join(stateFolder(), 'launcher');
  const holder = holdLock(lock);
  if (holder !== undefined) {
    throw new PlainError(
      `Goodword is already running from this folder (process ${holder}). Use that one, or stop it first: press Ctrl-C in its window or run kill ${holder}`,
    );
  }
  session.defer(() => rmSync(lock, { force: true }));
}

/** Runs a command of the API package. @param {string[]} args @param {NodeJS.ProcessEnv} env @param {{ show?: boolean }} [options] */
export function runCli(args, env, options = {}) {
  return run(process.execPath, [join(root, 'packages/api/dist/cli.mjs'), ...args], {
    name: `cli-${args[0]}`,
    env,
    ...options,
  });
}

/** Prints where everything is and how to sign in. @param {NodeJS.ProcessEnv} env @param {string} signIns */
export function sayAddresses(env, signIns) {
  say();
  for (const { title, urlSetting } of apps) say(`  ${title.padEnd(16)}${bold(env[urlSetting] ?? '')}`);
  say(`  ${'Public links'.padEnd(16)}${bold(env.EDGE_URL ?? '')}`);
  if (signIns.trim()) say(`\n${signIns.trimEnd()}`);
  say('\nCtrl-C stops everything.');
}
