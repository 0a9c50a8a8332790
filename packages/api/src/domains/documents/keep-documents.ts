import type { Tx } from '@goodword/db';
import type { DocumentSubject } from '@goodword/db/vocabulary';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import type { documentSummary } from '../../shared/document-shapes.ts';
import { notFound } from '../../shared/errors.ts';
import {
  deleteDocument,
  deleteDocumentsAbout,
  deleteDocumentsUntil,
  findDocument,
  listDocumentRows,
  type Subject,
  updateDocuments,
  updateDocumentsOfPartner,
} from './documents.queries.ts';
import type { downloadDocumentOutput } from './documents.schema.ts';

/** What there is about these subjects of one kind, by subject; oldest first and without the bytes. */
export async function listDocuments(
  tx: Tx,
  type: DocumentSubject,
  ids: readonly string[],
): Promise<Map<string, z.infer<typeof documentSummary>[]>> {
  const rows = await listDocumentRows(tx, type, ids);
  const bySubject = new Map<string, z.infer<typeof documentSummary>[]>();
  for (const row of rows) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
  return bySubject;
}

/** Row-level security decides whose it is. @throws `not_found` */
export async function downloadDocument(
  ctx: Context,
  input: { id: string },
): Promise<z.infer<typeof downloadDocumentOutput>> {
  const row = await inScope(ctx, (tx) => findDocument(tx, input.id));
  if (!row) throw notFound('document');
  const { fileName, mediaType, content } = row;
  return { fileName, mediaType, contentBase64: Buffer.from(content).toString('base64') };
}

/** Deletes one file about this subject. @throws `not_found` */
export async function removeDocument(
  tx: Tx,
  ctx: Context,
  { subject, id }: { subject: Subject; id: string },
): Promise<void> {
  if (!(await deleteDocument(tx, subject, id))) throw notFound('document');
  await recordChange(tx, ctx, {
    action: 'document.removed',
    subjectType: subject.type,
    subjectId: subject.id,
    payload: { documentId: id },
  });
}

/** Deletes every file about a subject that is forgotten itself. */
export async function removeDocumentsAbout(tx: Tx, subject: Subject): Promise<void> {
  await deleteDocumentsAbout(tx, subject);
}

/** Hands files on: the draft of an application becomes the application of a partner. */
export async function moveDocuments(
  tx: Tx,
  move: { from: Subject; to: Subject; partnerId: string },
): Promise<void> {
  await updateDocuments(tx, move.from, {
    subjectType: move.to.type,
    subjectId: move.to.id,
    partnerId: move.partnerId,
  });
}

/** Sets when the files about a subject go; null keeps them. */
export async function keepDocumentsUntil(tx: Tx, subject: Subject, deleteAfter: Date | null): Promise<void> {
  await updateDocuments(tx, subject, { deleteAfter });
}

/** Sets when all files of a partner go. */
export async function keepDocumentsOfPartnerUntil(
  tx: Tx,
  partnerId: string,
  deleteAfter: Date,
): Promise<void> {
  await updateDocumentsOfPartner(tx, partnerId, { deleteAfter });
}

/** Deletes what has reached its end. @returns how many */
export async function forgetDocuments(ctx: Context): Promise<number> {
  return inScope(ctx, (tx) => deleteDocumentsUntil(tx, ctx.clock.now()));
}
