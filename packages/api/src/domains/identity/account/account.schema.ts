import { z } from 'zod';
import { emailField, idField, passwordField, tokenField } from '../../../shared/fields.ts';

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
  'account.session_ended',
  'account.signed_out_everywhere',
  'account.joined',
  'account.role_changed',
] as const;

export const accountOverview = z.object({
  email: z.string(),
  /** A new address that waits for its link to be opened. */
  pendingEmail: z.string().nullable(),
  totpEnabled: z.boolean(),
  /** False while the organisation requires the second factor. */
  mayTurnTotpOff: z.boolean(),
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
});

export const recoveryCodeInput = z.strictObject({
  code: z
    .string()
    .transform((text) => text.toLowerCase().replace(/[^0-9a-z]/g, ''))
    .pipe(z.string().length(10, 'A recovery code has ten letters and digits.')),
});

/** Shown once: only their hashes are kept. */
export const recoveryCodesOutput = z.object({ recoveryCodes: z.array(z.string()) });
