import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { runKinds, runMachine, runRowResults } from '../vocabulary/index.ts';
import { at, id, oneOf, rule, words } from './columns.ts';

/**
 * Long work, done in batches. A batch commits its rows, its effects and `done` together, so that a killed worker's run
 * goes on where it stopped, with each row once.
 */
export const runs = pgTable(
  'runs',
  {
    id: id(),
    kind: text('kind', { enum: words(runKinds) }).notNull(),
    /** What it is about: for an import, the import. */
    subjectId: text('subject_id').notNull(),
    status: text('status', { enum: words(runMachine.states) }).notNull(),
    total: integer('total').notNull(),
    done: integer('done').notNull(),
    /** Rows by result. */
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    /** Batches that failed one after the other. */
    attempts: integer('attempts').notNull(),
    retryAt: at('retry_at'),
    startedBy: text('started_by'),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [
    index('runs_open').on(t.createdAt, t.id).where(sql`${t.status} in ('queued', 'running')`),
    index('runs_list').on(t.createdAt, t.id),
    index('runs_subject').on(t.subjectId, t.createdAt),
    oneOf('runs_kind', t.kind, runKinds),
    oneOf('runs_status', t.status, runMachine.states),
    rule('runs_done', sql`${t.done} between 0 and ${t.total}`),
  ],
);

/** What was read differently from how it was written. */
export interface RunRowNote {
  code: string;
  message: string;
}

/** One line of a run's result. Names and sentences are emptied when the import is forgotten; codes stay. */
export const runRows = pgTable(
  'run_rows',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    position: integer('position').notNull(),
    line: integer('line').notNull(),
    name: text('name'),
    result: text('result', { enum: words(runRowResults) }).notNull(),
    code: text('code'),
    message: text('message'),
    /** Names of the fields that change. */
    fields: text('fields').array().notNull(),
    notes: jsonb('notes').$type<RunRowNote[]>().notNull(),
    noted: boolean('noted').notNull(),
    subjectId: text('subject_id'),
    /** Keyed hash of what the decision was made from: another one at the time of writing means that it changed. */
    fingerprint: text('fingerprint'),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.position] }),
    index('run_rows_result').on(t.runId, t.result, t.position),
    index('run_rows_noted').on(t.runId, t.position).where(sql`${t.noted}`),
    oneOf('run_rows_result', t.result, runRowResults),
  ],
);

/** A file with partners: what it says, and how it is to be read. */
export const partnerImports = pgTable(
  'partner_imports',
  {
    id: id(),
    fileName: text('file_name').notNull(),
    /** How the bytes were read, e.g. `utf-8`. */
    encoding: text('encoding').notNull(),
    /** The file as text. Personal data: emptied a few days after the import. */
    content: text('content'),
    headers: text('headers').array().notNull(),
    rowCount: integer('row_count').notNull(),
    /** Names where the rows come from; with a row's own id it is the key that makes a second run change nothing. */
    source: text('source').notNull(),
    /** Our column → header of the file. */
    mapping: jsonb('mapping').$type<Record<string, string>>().notNull(),
    /** ISO 3166-1: what phones and states without a country belong to. */
    country: text('country'),
    partnerTypeCode: text('partner_type_code'),
    checkRunId: text('check_run_id').references(() => runs.id),
    importRunId: text('import_run_id').references(() => runs.id),
    uploadedBy: text('uploaded_by'),
    createdAt: at('created_at').notNull(),
    forgottenAt: at('forgotten_at'),
  },
  (t) => [
    index('partner_imports_list').on(t.createdAt, t.id),
    index('partner_imports_source').on(t.source, t.createdAt),
    index('partner_imports_kept').on(t.createdAt).where(sql`${t.content} is not null`),
  ],
);
