import { hash, verify } from '@node-rs/argon2';

/** The library's const enum cannot be read from isolated modules. */
const ARGON2ID = 2;

/** OWASP ASVS 6: argon2id with 19 MiB, two passes, one lane. */
const settings = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

let decoy: Promise<string> | undefined;

/** Takes the same time for an unknown account (no hash) as for a wrong password. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password nobody has');
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}
