import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { DOCUMENT_MAX_BYTES, documentMediaTypes, documentSubjects } from '../vocabulary/index.ts';
import { at, bytea, id, oneOf, rule } from './columns.ts';
import { partners } from './partners.ts';

/**
 * Files that partners and applicants hand in. They stand in the database so that one backup, one set of policies and
 * one deletion cover them; the bytes lie out of line, so that lists never read them.
 */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    /** Whose it is; empty while an application is a draft. */
    partnerId: text('partner_id').references(() => partners.id),
    subjectType: text('subject_type', { enum: documentSubjects }).notNull(),
    subjectId: text('subject_id').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type', { enum: documentMediaTypes }).notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** SHA-256 in hex: the same file handed in twice is one. */
    sha256: text('sha256').notNull(),
    content: bytea('content').notNull(),
    createdAt: at('created_at').notNull(),
    /** When it is deleted; empty while what it belongs to lives on. */
    deleteAfter: at('delete_after'),
  },
  (t) => [
    index('documents_subject').on(t.subjectType, t.subjectId, t.createdAt),
    index('documents_partner').on(t.partnerId),
    index('documents_delete_after').on(t.deleteAfter),
    oneOf('documents_subject_type', t.subjectType, documentSubjects),
    oneOf('documents_media_type', t.mediaType, documentMediaTypes),
    rule(
      'documents_size',
      sql`${t.sizeBytes} between 1 and ${sql.raw(String(DOCUMENT_MAX_BYTES))} and octet_length(${t.content}) = ${t.sizeBytes}`,
    ),
    rule('documents_owner', sql`${t.partnerId} is not null or ${t.subjectType} = 'application_draft'`),
  ],
);
