import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

function totp(secret: string, account: string, issuer: string): TOTP {
  return new TOTP({
    issuer,
    label: account,
    secret: Secret.fromBase32(secret),
    period: STEP_SECONDS,
    digits: 6,
  });
}

/** Address for an authenticator app, shown as a QR code. */
export function totpUri(options: { secret: string; email: string; issuer: string }): string {
  return totp(options.secret, options.email, options.issuer).toString();
}

/**
 * The time step a code belongs to, one step of clock drift allowed; null for a wrong code.
 * The caller stores the step and refuses it a second time: a code works once.
 */
export function totpStep(options: { secret: string; code: string; now: Date }): number | null {
  const timestamp = options.now.getTime();
  const delta = totp(options.secret, 'account', 'Goodword').validate({
    token: options.code,
    timestamp,
    window: 1,
  });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}
