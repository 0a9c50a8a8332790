import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { invariant } from '../shared/errors.ts';

/** Encryption and keyed hashes under the installation's one secret, a key of its own for each purpose. */
export interface Vault {
  /** AES-256-GCM; the text carries its own nonce. */
  encrypt(plain: string): string;
  decrypt(sealed: string): string;
  /** The same input gives the same hash here and nowhere else: comparable, not reversible, not guessable. */
  keyedHash(purpose: string, value: string): string;
}

/** @param secret at least 32 characters, from the settings */
export function createVault(secret: string): Vault {
  const keys = new Map<string, Buffer>();
  const key = (purpose: string) => {
    const known = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, 'goodword', purpose, 32));
    keys.set(purpose, known);
    return known;
  };
  const encryptionKey = key('encryption');
  return {
    encrypt(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    decrypt(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      invariant(bytes.length >= 28, 'sealed text is too short');
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    keyedHash: (purpose, value) =>
      createHmac('sha256', key(`hash:${purpose}`))
        .update(value)
        .digest('base64url'),
  };
}

/** For secrets that are long and random themselves (session ids, tokens, API keys): a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
