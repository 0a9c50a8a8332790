import type { Tx } from '@goodword/db';
import { type Context, inScope } from '../../platform/context.ts';
import { AppError, violates } from '../../shared/errors.ts';
import { cleanText } from '../../shared/text.ts';
import { listPartnerTypes, type PartnerTypeRow } from '../catalogue/index.ts';
import { importRow, type RowOutcome } from './import-row.ts';
import {
  mapColumns,
  type PartnerColumn,
  type RawPartner,
  type RowDefaults,
  RowRefusal,
  readPartnerRow,
} from './partner-row.ts';
import { readTable, type TableRow } from './read-table.ts';

export interface ImportRequest extends RowDefaults {
  /** The file's content. */
  text: string;
  /** Names where the rows come from; with a row's own id it is the key that makes a second run change nothing. */
  source: string;
  /** Says what would happen, and does nothing. */
  dryRun?: boolean;
}

export interface ImportedRow {
  line: number;
  name: string;
  result: RowOutcome | 'refused';
  /** Why a row was refused: a word for programs, a sentence for people. */
  code?: string;
  message?: string;
  /** What was read differently from how it was written. */
  notes: string[];
}

export interface ImportReport {
  dryRun: boolean;
  counts: Record<ImportedRow['result'], number>;
  rows: ImportedRow[];
}

/**
 * Reads partners from a table. Each row is its own transaction: a run that was cut off is completed by the next one,
 * and a broken row costs no other.
 * @throws `invalid_input` when the file has no header, no names, or the default type is unknown
 */
export async function importPartners(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  const table = readTable(request.text);
  const columns = mapColumns(table.headers);
  const types = new Map((await inScope(ctx, listPartnerTypes)).map((type) => [type.code, type]));
  requireKnownType(types, request.partnerTypeCode);

  const seen = new Map<string, number>();
  const rows: ImportedRow[] = table.broken.map((row) => ({
    ...row,
    name: '',
    result: 'refused',
    code: 'unreadable',
    notes: [],
  }));
  for (const row of table.rows) rows.push(await importOne(ctx, request, { row, columns, types, seen }));
  rows.sort((left, right) => left.line - right.line);
  return { dryRun: request.dryRun ?? false, counts: countResults(rows), rows };
}

interface Reading {
  row: TableRow;
  columns: Map<PartnerColumn, string>;
  types: Map<string, PartnerTypeRow>;
  /** Keys of this file so far, with their lines. */
  seen: Map<string, number>;
}

async function importOne(
  ctx: Context,
  request: ImportRequest,
  { row, columns, types, seen }: Reading,
): Promise<ImportedRow> {
  const raw: RawPartner = {};
  for (const [column, header] of columns) raw[column] = row.cells[header];
  const shown = { line: row.line, name: cleanText(raw.name ?? '').slice(0, 60) };
  try {
    const draft = readPartnerRow(raw, request);
    const type = types.get(draft.partnerTypeCode);
    if (!type) throw new RowRefusal('type', `There is no partner type “${draft.partnerTypeCode}”.`);
    const earlier = seen.get(draft.externalId);
    if (earlier) throw new RowRefusal('duplicate', `The same partner stands on line ${earlier} already.`);
    seen.set(draft.externalId, row.line);
    const result = await write(ctx, request.dryRun ?? false, (tx) =>
      importRow(tx, ctx, { draft, type, source: request.source }),
    );
    return { ...shown, result, notes: draft.notes };
  } catch (error) {
    return { ...shown, result: 'refused', notes: [], ...explain(error) };
  }
}

/** Carries a result out of a transaction that is not kept. */
class Undo extends Error {
  constructor(readonly result: RowOutcome) {
    super('undo');
  }
}

async function write(
  ctx: Context,
  dryRun: boolean,
  work: (tx: Tx) => Promise<RowOutcome>,
): Promise<RowOutcome> {
  try {
    return await inScope(ctx, async (tx) => {
      const result = await work(tx);
      if (dryRun) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
}

/** A refusal of this row in words; anything else ends the run. */
function explain(error: unknown): { code: string; message: string } {
  if (error instanceof RowRefusal) return { code: error.code, message: error.message };
  if (error instanceof AppError) return { code: error.code, message: error.userMessage };
  if (violates(error, 'partners_source')) {
    return {
      code: 'stale',
      message: 'Another import wrote this row at the same moment. Run the import again.',
    };
  }
  throw error;
}

function requireKnownType(types: Map<string, PartnerTypeRow>, code: string | undefined): void {
  if (code === undefined || types.has(code)) return;
  throw new AppError('invalid_input', {
    userMessage: `There is no partner type “${code}”. Choose one of: ${[...types.keys()].join(', ')}.`,
  });
}

function countResults(rows: readonly ImportedRow[]): ImportReport['counts'] {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const row of rows) counts[row.result] += 1;
  return counts;
}
