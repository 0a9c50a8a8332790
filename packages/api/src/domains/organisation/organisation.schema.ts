import { z } from 'zod';
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

export const updateOrganisationInput = z.strictObject(organisationFields);

export const setupInput = z.strictObject({ token: tokenField });

export const finishSetupInput = z.strictObject({
  token: tokenField,
  ...organisationFields,
  adminName: textField('Your name', 120),
  adminEmail: emailField,
  password: passwordField,
});
