import { expect, test } from 'vitest';
import { createVault, hashSecret } from './vault.ts';

const vault = createVault('a secret that is long enough for this');
const other = createVault('another secret, which is long enough too');

test('what was sealed opens again, looks different each time, and not under another secret', () => {
  const sealed = vault.encrypt('سالم, +971 50 123 4567');
  expect(vault.decrypt(sealed)).toBe('سالم, +971 50 123 4567');
  expect(vault.encrypt('same')).not.toBe(vault.encrypt('same'));
  expect(() => other.decrypt(sealed)).toThrow();
});

test('a changed seal is refused, not opened as something else', () => {
  const sealed = Buffer.from(vault.encrypt('1000'), 'base64url');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => vault.decrypt(sealed.toString('base64url'))).toThrow();
});

test('keyed hashes agree here and nowhere else, and differ by purpose', () => {
  expect(vault.keyedHash('e-mail', 'a@b.test')).toBe(vault.keyedHash('e-mail', 'a@b.test'));
  expect(vault.keyedHash('e-mail', 'a@b.test')).not.toBe(other.keyedHash('e-mail', 'a@b.test'));
  expect(vault.keyedHash('e-mail', 'a@b.test')).not.toBe(vault.keyedHash('address', 'a@b.test'));
  expect(hashSecret('x')).toMatch(/^[\w-]{43}$/);
});
