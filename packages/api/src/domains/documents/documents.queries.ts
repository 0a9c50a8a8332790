import type { Tx } from '@goodword/db';
import { documents } from '@goodword/db/schema';
import type { DocumentSubject } from '@goodword/db/vocabulary';
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';

export interface Subject {
  type: DocumentSubject;
  id: string;
}

/** Without the bytes. */
const summary = {
  id: documents.id,
  subjectId: documents.subjectId,
  fileName: documents.fileName,
  mediaType: documents.mediaType,
  sizeBytes: documents.sizeBytes,
  sha256: documents.sha256,
  createdAt: documents.createdAt,
};

const about = ({ type, id }: Subject) => and(eq(documents.subjectType, type), eq(documents.subjectId, id));

/** Files about one thing are counted one after the other, so that the limit holds for those that arrive at once. */
export async function lockSubject(tx: Tx, { type, id }: Subject): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`documents:${type}:${id}`}, 0))`);
}

export async function insertDocument(tx: Tx, row: typeof documents.$inferInsert): Promise<void> {
  await tx.insert(documents).values(row);
}

export async function listDocumentRows(tx: Tx, type: DocumentSubject, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select(summary)
    .from(documents)
    .where(and(eq(documents.subjectType, type), inArray(documents.subjectId, [...ids])))
    .orderBy(asc(documents.createdAt), asc(documents.id));
}

export async function findDocument(tx: Tx, id: string) {
  const [row] = await tx
    .select({ fileName: documents.fileName, mediaType: documents.mediaType, content: documents.content })
    .from(documents)
    .where(eq(documents.id, id));
  return row;
}

export async function deleteDocument(tx: Tx, subject: Subject, id: string): Promise<boolean> {
  const rows = await tx
    .delete(documents)
    .where(and(about(subject), eq(documents.id, id)))
    .returning({ id: documents.id });
  return rows.length > 0;
}

export async function deleteDocumentsAbout(tx: Tx, subject: Subject): Promise<void> {
  await tx.delete(documents).where(about(subject));
}

export async function updateDocuments(
  tx: Tx,
  subject: Subject,
  set: Partial<
    Pick<typeof documents.$inferInsert, 'partnerId' | 'subjectType' | 'subjectId' | 'deleteAfter'>
  >,
): Promise<void> {
  await tx.update(documents).set(set).where(about(subject));
}

export async function updateDocumentsOfPartner(
  tx: Tx,
  partnerId: string,
  set: Pick<typeof documents.$inferInsert, 'deleteAfter'>,
): Promise<void> {
  await tx.update(documents).set(set).where(eq(documents.partnerId, partnerId));
}

/** @returns how many went */
export async function deleteDocumentsUntil(tx: Tx, now: Date): Promise<number> {
  const rows = await tx
    .delete(documents)
    .where(lte(documents.deleteAfter, now))
    .returning({ id: documents.id });
  return rows.length;
}
