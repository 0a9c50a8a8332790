import { z } from 'zod';
import { emailField, optionalText, passwordField, textField, tokenField } from '../../shared/fields.ts';

export const registerPatientInput = z.strictObject({
  /** From the friend's link. An unknown or ended one does not stop the registration. */
  code: optionalText('The code', 40).transform((code) => code?.toLowerCase()),
  name: textField('Your name', 120),
  email: emailField,
  password: passwordField,
});

export const verifyPatientEmailInput = z.strictObject({
  token: tokenField,
  /** The one chosen at registration. */
  password: z.string().min(1, 'Enter the password you chose when you registered.').max(200),
});
