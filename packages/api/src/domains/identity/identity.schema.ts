import { accountAudiences, partnerRoles, staffRoles, twoFactorPolicies } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { emailField, passwordField } from '../../shared/fields.ts';

export const signInInput = z.strictObject({
  email: emailField,
  password: z.string().min(1, 'Enter your password.').max(200),
});

export const codeInput = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Enter the six digits from your authenticator app.'),
});

export const secondFactorState = z.enum(['done', 'code_needed', 'enrolment_needed']);

export const signInOutput = z.object({ secondFactor: secondFactorState });

export const meOutput = z
  .object({
    accountId: z.string(),
    audience: z.enum(accountAudiences),
    name: z.string(),
    email: z.string(),
    staffRole: z.enum(staffRoles).nullable(),
    partnerRole: z.enum(partnerRoles).nullable(),
    secondFactor: secondFactorState,
    totpEnabled: z.boolean(),
    /** Set: an administrator sees the portal as this partner does. */
    look: z.object({ partnerName: z.string(), reason: z.string(), endsAt: z.date() }).nullable(),
    organisation: z.object({
      name: z.string(),
      timeZone: z.string(),
      currency: z.string(),
      patientWord: z.string(),
      staffTwoFactor: z.enum(twoFactorPolicies),
      isDemo: z.boolean(),
      accent: z.string().nullable(),
      logoHash: z.string().nullable(),
    }),
  })
  .nullable();

export const organisationOutput = z.object({
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  patientWord: z.string(),
  postalAddress: z.string(),
  reapplyAfterDays: z.number(),
  isDemo: z.boolean(),
  accent: z.string().nullable(),
  logoHash: z.string().nullable(),
  staffTwoFactor: z.enum(twoFactorPolicies),
});

export const enrolmentOutput = z.object({ secret: z.string(), uri: z.string() });

export const setTwoFactorPolicyInput = z.strictObject({ policy: z.enum(twoFactorPolicies) });

export { passwordField };
