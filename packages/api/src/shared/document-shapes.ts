import { DOCUMENT_MAX_BYTES, documentMediaTypes } from '@goodword/db/vocabulary';
import { z } from 'zod';

/** Four characters of base64 carry three bytes. */
const MOST_CHARACTERS = Math.ceil(DOCUMENT_MAX_BYTES / 3) * 4;

/** A file as a form sends it. What it is, is told by its bytes; a type that the browser names is not asked for. */
export const documentField = z.strictObject({
  fileName: z.string().min(1, 'The file needs a name.').max(255, 'The name of the file is too long.'),
  contentBase64: z
    .string()
    .min(1, 'The file is empty.')
    .max(MOST_CHARACTERS, 'A file can have at most 5 MB.')
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'The file did not arrive whole. Choose it again.'),
});

export const documentSummary = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.enum(documentMediaTypes),
  sizeBytes: z.number(),
  createdAt: z.date(),
});
