import { z } from 'zod';
import { emailField, regionField, textField } from '../../shared/fields.ts';

const externalId = (label: string) => textField(label, 120);

export const consultationCompleted = z.strictObject({
  type: z.literal('consultation.completed'),
  data: z
    .strictObject({
      patientExternalId: externalId('The patient id').optional(),
      patientEmail: emailField.optional(),
      consultationId: externalId('The consultation id'),
      completedAt: z.iso.datetime({ offset: true, error: 'Write the moment as 2026-03-02T09:00:00Z.' }),
      /** Who pays for the care, e.g. `self_pay`, `medicare`. */
      payer: textField('The payer', 60),
      /** Country or state of the care. */
      jurisdiction: regionField.optional(),
    })
    .refine(
      (value) => value.patientExternalId !== undefined || value.patientEmail !== undefined,
      'Name the patient by patientExternalId or patientEmail.',
    ),
});
export type ConsultationCompleted = z.infer<typeof consultationCompleted>;

/** Every event another system may send. */
export const inboundEvent = z.discriminatedUnion('type', [consultationCompleted]);
export type InboundEvent = z.infer<typeof inboundEvent>;
