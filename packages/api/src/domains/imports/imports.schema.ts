import { z } from 'zod';
import { idField, textField } from '../../shared/fields.ts';
import { pageInput, pageOf } from '../../shared/pagination.ts';
import { runSummary } from '../../shared/run-shapes.ts';
import { importColumns, type PartnerColumn } from './import.ts';

/** A file of more than this is split by whoever sends it; the app carries it in one request. */
export const MOST_BYTES = 4_000_000;
export const MOST_ROWS = 20_000;

const columnKeys = importColumns.map(({ key }) => key) as [PartnerColumn, ...PartnerColumn[]];

export const uploadImportInput = z.strictObject({
  fileName: textField('The file name', 200),
  /** The file's bytes. */
  contentBase64: z
    .string()
    .min(1, 'The file is empty.')
    .max(Math.ceil(MOST_BYTES / 3) * 4 + 4, `The file is larger than ${MOST_BYTES / 1_000_000} MB.`)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'The file did not arrive whole. Choose it again.'),
});

export const sourceField = textField('A source', 80);

export const columnMapping = z.partialRecord(z.enum(columnKeys), z.string().min(1).max(500));

export const checkImportInput = z.strictObject({
  id: idField,
  source: sourceField,
  mapping: columnMapping,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Choose a country.')
    .nullable()
    .optional(),
  partnerTypeCode: z.string().min(1).max(40).nullable().optional(),
});

export const importIdInput = z.strictObject({ id: idField });

export const importIdOutput = z.object({ id: z.string() });

export const runIdOutput = z.object({ runId: z.string() });

export const listImportsInput = z.strictObject(pageInput);

const importFacts = {
  id: z.string(),
  fileName: z.string(),
  source: z.string(),
  rowCount: z.number(),
  encoding: z.string(),
  createdAt: z.date(),
};

export const importPage = pageOf(
  z.object({
    ...importFacts,
    uploadedByName: z.string().nullable(),
    /** The import, or else its check, or neither yet. */
    run: runSummary.omit({ startedByName: true }).nullable(),
  }),
);

export const importDetail = z.object({
  ...importFacts,
  headers: z.array(z.string()),
  /** The first value of each column, to know it by; empty once the file is forgotten. */
  samples: z.record(z.string(), z.string()),
  mapping: columnMapping,
  country: z.string().nullable(),
  partnerTypeCode: z.string().nullable(),
  check: runSummary.nullable(),
  run: runSummary.nullable(),
  forgottenAt: z.date().nullable(),
});
