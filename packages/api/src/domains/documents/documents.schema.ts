import { documentMediaTypes } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField } from '../../shared/fields.ts';

export const downloadDocumentInput = z.strictObject({ id: idField });

export const downloadDocumentOutput = z.object({
  fileName: z.string(),
  mediaType: z.enum(documentMediaTypes),
  contentBase64: z.string(),
});
