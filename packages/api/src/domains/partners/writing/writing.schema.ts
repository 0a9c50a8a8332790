import { z } from 'zod';
import { bulkIdsField } from '../../../shared/bulk.ts';
import { idField, linesField, textField } from '../../../shared/fields.ts';

const letter = {
  subject: textField('A subject', 120),
  /** Paragraphs are parted by an empty line. */
  body: linesField('The message', 5000),
};

export const writeToPartnersInput = z.strictObject({
  ids: bulkIdsField,
  ...letter,
  /** Made once for each written message: sending it again with the same key writes to nobody twice. */
  key: z.uuid(),
});

export const previewPartnerMailInput = z.strictObject({ partnerId: idField, ...letter });

export const partnerMailPreview = z.object({
  to: z.string().nullable(),
  subject: z.string(),
  html: z.string(),
});
