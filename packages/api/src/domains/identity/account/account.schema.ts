import { signInMethods, signInOutcomes } from '@goodword/db/vocabulary';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { emailField, idField, passwordField, textField, tokenField } from '../../../shared/fields.ts';

export const requestPasswordResetInput = z.strictObject({ email: emailField });

export const accountLinkInput = z.strictObject({ token: tokenField });

/** Whose link it is: the holder proved the mailbox by opening it. */
export const passwordResetOutput = z.object({ email: z.string() });

export const resetPasswordInput = z.strictObject({ token: tokenField, password: passwordField });

const currentPasswordField = z.string().min(1, 'Enter your current password.').max(200);

export const changePasswordInput = z.strictObject({ current: currentPasswordField, password: passwordField });

export const confirmIdentityInput = z.strictObject({
  password: z.string().min(1, 'Enter your password.').max(200),
});

export const requestEmailChangeInput = z.strictObject({ email: emailField });

export const emailChangeOutput = z.object({ email: z.string() });

export const sessionIdInput = z.strictObject({ id: idField });

/** What the history of an account tells its owner. */
export const accountActions = [
  'account.signed_in',
  'account.password_changed',
  'account.password_reset',
  'account.reset_requested',
  'account.email_change_requested',
  'account.email_changed',
  'account.two_factor_enabled',
  'account.two_factor_disabled',
  'account.recovery_code_used',
  'account.recovery_codes_made',
  'account.passkey_added',
  'account.passkey_removed',
  'account.session_ended',
  'account.signed_out_everywhere',
  'account.joined',
  'account.role_changed',
] as const;

/** How an account was entered or tried, newest first. */
export const signInList = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    outcome: z.enum(signInOutcomes),
    method: z.enum(signInMethods).nullable(),
    device: z.string(),
    /** From the address this very request comes from. */
    fromHere: z.boolean(),
  }),
);

export const accountOverview = z.object({
  email: z.string(),
  /** A new address that waits for its link to be opened. */
  pendingEmail: z.string().nullable(),
  totpEnabled: z.boolean(),
  /** False while the organisation requires the second factor. */
  mayTurnTotpOff: z.boolean(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.date(), lastUsedAt: z.date().nullable() }),
  ),
  recoveryCodesLeft: z.number(),
  sessions: z.array(
    z.object({
      id: z.string(),
      openedAt: z.date(),
      lastUsedAt: z.date(),
      endsAt: z.date(),
      current: z.boolean(),
    }),
  ),
  history: z.array(z.object({ id: z.string(), at: z.date(), action: z.enum(accountActions) })),
  signIns: signInList,
});

export const recoveryCodeInput = z.strictObject({
  code: z
    .string()
    .transform((text) => text.toLowerCase().replace(/[^0-9a-z]/g, ''))
    .pipe(z.string().length(10, 'A recovery code has ten letters and digits.')),
});

/** Shown once: only their hashes are kept. */
export const recoveryCodesOutput = z.object({ recoveryCodes: z.array(z.string()) });

/** What the second step of signing in can be. */
export const secondFactorsOutput = z.object({ totp: z.boolean(), passkey: z.boolean() });

/** Both pass through the browser's own interface unread. */
export const passkeyCreationOptions = z.custom<PublicKeyCredentialCreationOptionsJSON>();
export const passkeyRequestOptions = z.custom<PublicKeyCredentialRequestOptionsJSON>();

const encoded = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/, 'The device gave an answer we cannot read.');
const credential = {
  id: encoded,
  rawId: encoded,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
};

const passkeyName = textField('A name', 60);
export const passkeyNameInput = z.strictObject({ name: passkeyName });

/** Devices add fields of their own to their answers: what we do not know is left out, not refused. */
export const addPasskeyInput = z.strictObject({
  name: passkeyName,
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: encoded,
      attestationObject: encoded,
      transports: z.array(z.string().max(20)).max(8).optional(),
    }),
  }),
});

export const usePasskeyInput = z.strictObject({
  credential: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: encoded,
      authenticatorData: encoded,
      signature: encoded,
      userHandle: encoded.optional(),
    }),
  }),
});

export const passkeyIdInput = z.strictObject({ id: idField });
