import { z } from 'zod';
import { emailField, passwordField, textField, tokenField } from '../../shared/fields.ts';

export const registerPatientInput = z.strictObject({
  /** From the friend's link. An unknown or ended one does not stop the registration. */
  code: z.string().trim().toLowerCase().max(40).optional(),
  name: textField('Your name', 120),
  email: emailField,
  password: passwordField,
});

export const verifyPatientEmailInput = z.strictObject({ token: tokenField });
