import { createHash } from 'node:crypto';
import type { Tx } from '@goodword/db';
import { DOCUMENT_MAX_BYTES, DOCUMENTS_MAX_COUNT } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import type { documentField } from '../../shared/document-shapes.ts';
import { AppError } from '../../shared/errors.ts';
import { newId } from '../../shared/id.ts';
import { insertDocument, listDocumentRows, lockSubject, type Subject } from './documents.queries.ts';
import { mediaTypeOf, safeFileName } from './media-type.ts';

export interface NewDocument {
  subject: Subject;
  /** Whose it is; null for a draft of an application alone. */
  partnerId: string | null;
  file: z.infer<typeof documentField>;
}

/**
 * Checks a file and stores it in the caller's transaction. The same file about the same thing is stored once.
 * @returns its id
 * @throws `invalid_input` (what it is, its size), `capacity_reached` (how many)
 */
export async function attachDocument(tx: Tx, ctx: Context, document: NewDocument): Promise<string> {
  const { subject, partnerId, file } = document;
  const content = Buffer.from(file.contentBase64, 'base64');
  if (content.length === 0 || content.length > DOCUMENT_MAX_BYTES) {
    throw refuse('A file can have at most 5 MB, and cannot be empty.');
  }
  const mediaType = mediaTypeOf(content);
  if (!mediaType) throw refuse('This file is not a PDF, PNG or JPEG. Save it as one of them and try again.');
  const sha256 = createHash('sha256').update(content).digest('hex');
  await lockSubject(tx, subject);
  const present = await listDocumentRows(tx, subject.type, [subject.id]);
  const same = present.find((other) => other.sha256 === sha256);
  if (same) return same.id;
  if (present.length >= DOCUMENTS_MAX_COUNT) {
    throw new AppError('capacity_reached', {
      userMessage: `At most ${DOCUMENTS_MAX_COUNT} files. Remove one before you add another.`,
    });
  }
  const now = ctx.clock.now();
  const id = newId('document', now);
  await insertDocument(tx, {
    id,
    partnerId,
    subjectType: subject.type,
    subjectId: subject.id,
    fileName: safeFileName(file.fileName, mediaType),
    mediaType,
    sizeBytes: content.length,
    sha256,
    content,
    createdAt: now,
  });
  await recordChange(tx, ctx, {
    action: 'document.attached',
    subjectType: subject.type,
    subjectId: subject.id,
    payload: { documentId: id },
  });
  return id;
}

function refuse(userMessage: string): AppError {
  return new AppError('invalid_input', { userMessage, fields: { file: userMessage } });
}
