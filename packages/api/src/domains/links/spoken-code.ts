import { randomInt } from 'node:crypto';
import { isOffensive } from './offensive-words.ts';

/**
 * Letters and figures that neither look nor sound alike: none of o 0, i l 1, z 2's twin, s 5, b 8's twin, and none of
 * the letters that rhyme on a bad line (b d e g v, n beside m, s beside f). Without vowels nothing reads as a word.
 */
export const SPOKEN_ALPHABET = 'cfhjkmprtwxy2346789';
const GROUP = 3;

/** A code to say on the phone, e.g. `kx7-4mp`: 47 million of them, from the system's CSPRNG. */
export function newSpokenCode(): string {
  for (;;) {
    const code = `${group()}-${group()}`;
    if (!isOffensive(code)) return code;
  }
}

function group(): string {
  return Array.from({ length: GROUP }, () => SPOKEN_ALPHABET[randomInt(SPOKEN_ALPHABET.length)]).join('');
}
