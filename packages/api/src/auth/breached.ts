import { dictionary } from '@zxcvbn-ts/language-common';
import { AppError } from '../shared/errors.ts';

/** Passwords seen most often in breaches, those left out that are too short anyway. */
const breached = new Set(dictionary['passwords-common'].filter((password) => password.length >= 8));

/**
 * Refuses a password that everybody who guesses tries first. On the server only: the list is long.
 * @throws `invalid_input`
 */
export function requireUnbreached(password: string): void {
  if (!breached.has(password.trim().toLowerCase())) return;
  const message =
    'This password is on the list of those stolen most often, so it would be guessed first. Choose another one; a short sentence is good.';
  throw new AppError('invalid_input', { userMessage: message, fields: { password: message } });
}
