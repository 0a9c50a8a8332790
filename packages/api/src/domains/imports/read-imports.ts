import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { notFound } from '../../shared/errors.ts';
import { decodeCursor, type Page, toPage } from '../../shared/pagination.ts';
import { readRun } from '../runs/index.ts';
import { findImport, listImports } from './imports.queries.ts';
import type { importDetail, importPage, listImportsInput } from './imports.schema.ts';
import { readTable } from './read-table.ts';

type ListRow = z.infer<typeof importPage>['rows'][number];

/** Files that were taken in, newest first. */
export async function readImports(
  ctx: Context,
  input: z.infer<typeof listImportsInput>,
): Promise<Page<ListRow>> {
  const rows = await inScope(ctx, (tx) =>
    listImports(tx, { after: decodeCursor(input.cursor), limit: input.limit + 1 }),
  );
  const page = toPage(rows, input.limit, ({ record }) => ({
    value: record.createdAt.toISOString(),
    id: record.id,
  }));
  return {
    ...page,
    rows: page.rows.map(({ record, uploadedByName, run }) => ({ ...record, uploadedByName, run })),
  };
}

/** One file: how it is read, and how far it has come. @throws `not_found` */
export async function readImport(ctx: Context, id: string): Promise<z.infer<typeof importDetail>> {
  const record = await inScope(ctx, (tx) => findImport(tx, id));
  if (!record) throw notFound('import');
  const { content, checkRunId, importRunId, ...facts } = record;
  return {
    ...facts,
    samples: content === null ? {} : sampleOf(content),
    check: checkRunId ? await readRun(ctx, checkRunId) : null,
    run: importRunId ? await readRun(ctx, importRunId) : null,
  };
}

function sampleOf(text: string): Record<string, string> {
  const { headers, rows } = readTable(text);
  return Object.fromEntries(
    headers.map((header) => [
      header,
      rows
        .map(({ cells }) => cells[header] ?? '')
        .find((cell) => cell !== '')
        ?.slice(0, 80) ?? '',
    ]),
  );
}
