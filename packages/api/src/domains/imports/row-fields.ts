import { z } from 'zod';
import { emailField, optionalLines, optionalText, textField } from '../../shared/fields.ts';
import { optionalPhone, optionalWebsite } from '../partners/index.ts';

const blank = z.literal('').transform(() => undefined);

/** The plain fields of a partner row: text in, values out. */
export const rowFields = z.object({
  name: textField('The name', 120),
  contactName: optionalText('The contact name', 120),
  email: z.union([blank, emailField]).optional(),
  phone: optionalPhone,
  website: optionalWebsite,
  city: optionalText('The city', 120),
  capacity: z
    .string()
    .regex(/^\d{0,5}$/, 'Capacity is a whole number of zero or more.')
    .transform((text) => (text === '' ? undefined : Number(text)))
    .optional(),
  about: optionalLines('The description', 2000),
  internalNotes: optionalLines('The note', 4000),
});
