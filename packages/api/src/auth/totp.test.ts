import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

const secret = newTotpSecret();
const at = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
const now = new Date('2026-03-02T09:00:10Z');

test('a code is good for its step and the ones beside it, and says which step it was', () => {
  const step = Math.floor(now.getTime() / 30_000);
  expect(totpStep({ secret, code: at(now.getTime()), now })).toBe(step);
  expect(totpStep({ secret, code: at(now.getTime() - 30_000), now })).toBe(step - 1);
  expect(totpStep({ secret, code: at(now.getTime() - 90_000), now })).toBeNull();
});

test('the address for an authenticator app names issuer and account', () => {
  expect(totpUri({ secret, email: 'a@b.test', issuer: 'Quay Clinic' })).toMatch(
    /^otpauth:\/\/totp\/Quay%20Clinic:a%40b\.test\?.*secret=/,
  );
});
