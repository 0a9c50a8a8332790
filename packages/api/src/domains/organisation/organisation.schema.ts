import { logoTypes } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { accentProblem } from '../../shared/accent.ts';
import { currencyField, emailField, passwordField, textField, tokenField } from '../../shared/fields.ts';

/** Zones as the IANA names them; what this runtime knows is what it can calculate with. */
const timeZones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

const organisationFields = {
  name: textField('The name of the organisation', 80),
  timeZone: z.string().refine((zone) => timeZones.has(zone), 'Choose a time zone from the list.'),
  currency: currencyField,
  /** The organisation's own word for a patient: client, member, customer. */
  patientWord: textField('The word', 30).transform((word) => word.toLowerCase()),
  /** Stands at the foot of every mail. */
  postalAddress: textField('The postal address', 200),
};

/** Days after a rejection in which nobody applies again. */
const reapplyAfterDays = z
  .number('Write a number of days.')
  .int('Write whole days.')
  .min(0, 'Write zero or more days.')
  .max(3650, 'Write at most ten years.');

/** A colour that can be read, in light and in dark; empty: each app keeps its own. */
const accentField = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Write the colour as # and six digits, such as #0f766e.')
  .superRefine((colour, issues) => {
    const problem = /^#[0-9a-f]{6}$/.test(colour) ? accentProblem(colour) : null;
    if (problem) issues.addIssue({ code: 'custom', message: problem.message });
  });

export const updateOrganisationInput = z.strictObject({
  ...organisationFields,
  accent: accentField.nullable().optional(),
  reapplyAfterDays: reapplyAfterDays.optional(),
});

/** The picture in base64, or null to show the product's mark again. Bytes are checked on the server. */
export const changeLogoInput = z.strictObject({
  file: z.base64('The file could not be read.').max(400_000, 'A logo can have at most 200 kB.').nullable(),
});

export const logoInput = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{32}$/) });

export const logoOutput = z.object({ contentType: z.enum(logoTypes), content: z.string() });

export const setupInput = z.strictObject({ token: tokenField });

export const finishSetupInput = z.strictObject({
  token: tokenField,
  ...organisationFields,
  adminName: textField('Your name', 120),
  adminEmail: emailField,
  password: passwordField,
});
