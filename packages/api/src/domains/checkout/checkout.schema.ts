import { z } from 'zod';
import { currencyField, emailField, idField, textField } from '../../shared/fields.ts';

/** Amounts travel as text: JSON numbers lose cents. */
const amountText = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'Write the amount in minor units as text, such as "12500" for 125.00.')
  .transform(BigInt);

export const reserveInput = z
  .strictObject({
    patientExternalId: textField('The patient id', 120).optional(),
    patientEmail: emailField.optional(),
    orderId: textField('The order id', 120),
    kind: z.enum(['order', 'consultation']),
    currency: currencyField,
    orderTotalMinor: amountText,
    /** Uses this voucher instead of credit. */
    voucherId: idField.optional(),
  })
  .refine(
    (value) => value.patientExternalId !== undefined || value.patientEmail !== undefined,
    'Name the patient by patientExternalId or patientEmail.',
  );

export const reservationInput = z.strictObject({ reservationId: idField });
