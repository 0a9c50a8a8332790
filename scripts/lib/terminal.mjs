import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';

// A closed terminal or pipe must not end the launcher before it has stopped everything.
stdout.on('error', () => {});
process.stderr.on('error', () => {});

const colours = stdout.isTTY && !process.env.NO_COLOR;

/** Something the person at the terminal can put right; shown as a sentence, without a stack trace. */
export class PlainError extends Error {
  name = 'PlainError';
}

/** Prints a line. @param {string} [text] */
export function say(text = '') {
  stdout.write(`${text}\n`);
}

/** @param {string} text */
export const bold = (text) => paint(text, 1);
/** @param {string} text */
export const dim = (text) => paint(text, 2);
/** @param {string} text */
export const red = (text) => paint(text, 31);
/** @param {string} text */
export const green = (text) => paint(text, 32);

/** @param {string} text @param {number} code */
function paint(text, code) {
  return colours ? `\u001b[${code}m${text}\u001b[0m` : text;
}

/**
 * Runs one named step and prints how long it took. The step may answer a note, such as "nothing changed".
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @param {(result: T) => string | undefined} [note]
 * @returns {Promise<T>}
 */
export async function step(name, work, note = () => undefined) {
  const begun = performance.now();
  const end = (/** @type {string} */ line) => {
    pending.delete(name);
    drawPending(`${line}\n`);
  };
  pending.add(name);
  drawPending();
  try {
    const result = await work();
    const remark = note(result);
    end(`${green('✓')} ${name} ${dim(`${seconds(begun)}${remark ? `, ${remark}` : ''}`)}`);
    return result;
  } catch (error) {
    end(`${red('✗')} ${name} ${dim(seconds(begun))}`);
    throw error;
  }
}

/** Names of the steps under way, for the last line of a terminal. @type {Set<string>} */
const pending = new Set();

/** @param {string} [ended] what to print above that line */
function drawPending(ended = '') {
  if (!stdout.isTTY) return void stdout.write(ended);
  const names = pending.size > 0 ? dim(`  … ${[...pending].join(', ')}`) : '';
  stdout.write(`\r\u001b[2K${ended}${names}`);
}

/** Time since `begun`, for people. @param {number} begun */
export function seconds(begun) {
  const total = (performance.now() - begun) / 1000;
  return total < 60 ? `${total.toFixed(1)} s` : `${Math.floor(total / 60)} min ${Math.round(total % 60)} s`;
}

/** Prints an error the way its kind deserves. @param {unknown} error */
export function sayError(error) {
  const isPlain = error instanceof Error && ['PlainError', 'SettingsError'].includes(error.name);
  const text = isPlain
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`\n${red(text)}\n`);
}

/** Asks a yes-or-no question; without a terminal the answer is no. @param {string} question */
export async function confirm(question) {
  if (!stdin.isTTY) return false;
  const prompt = createInterface({ input: stdin, output: stdout });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
  } finally {
    prompt.close();
  }
}
