import { setTimeout as sleep } from 'node:timers/promises';
import type { RunRowResult } from '@goodword/db/vocabulary';
import { type Context, inScope } from '../../platform/context.ts';
import { AppError } from '../../shared/errors.ts';
import { findRun, listRunRows, type RunRowRecord, workRuns } from '../runs/index.ts';
import { importKinds } from './import-kinds.ts';
import { findImport } from './imports.queries.ts';
import { checkImport, startImport } from './run-import.ts';
import { type Upload, uploadImport } from './upload-import.ts';

export interface ImportRequest extends Upload {
  partnerTypeCode?: string;
  /** ISO 3166-1. */
  country?: string;
  /** Says what would happen, and does nothing. */
  dryRun?: boolean;
}

export interface ImportReport {
  importId: string;
  dryRun: boolean;
  encoding: string;
  counts: Record<RunRowResult, number>;
  rows: RunRowRecord[];
}

const PAUSE_MS = 200;
const ALL = 1_000_000;

/**
 * Upload, check and import in one go, for the command line. The runs are those of the screen: where a worker runs too,
 * whoever is free works the next batch, and after a cut both would go on where it stopped.
 * @throws `invalid_input`, `unavailable` when the run failed
 */
export async function importPartners(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  const { id } = await uploadImport(ctx, request);
  const record = await inScope(ctx, (tx) => findImport(tx, id));
  const { runId: checkId } = await checkImport(ctx, {
    id,
    source: record?.source ?? '',
    mapping: record?.mapping ?? {},
    country: request.country ?? record?.country,
    partnerTypeCode: request.partnerTypeCode ?? record?.partnerTypeCode,
  });
  await workUntilDone(ctx, checkId);
  let runId = checkId;
  if (!request.dryRun) {
    ({ runId } = await startImport(ctx, id));
    await workUntilDone(ctx, runId);
  }
  const rows = await inScope(ctx, (tx) => listRunRows(tx, { runId, after: -1, limit: ALL }));
  return {
    importId: id,
    dryRun: request.dryRun ?? false,
    encoding: record?.encoding ?? '',
    counts: countResults(rows),
    rows,
  };
}

async function workUntilDone(ctx: Context, runId: string): Promise<void> {
  for (;;) {
    const run = await inScope(ctx, (tx) => findRun(tx, runId));
    if (run?.status === 'completed') return;
    if (run?.status !== 'queued' && run?.status !== 'running') {
      throw new AppError('unavailable', {
        userMessage:
          'The import did not come to its end. What is done stays done; run it again for the rest.',
      });
    }
    if (!(await workRuns(ctx, importKinds, runId))) await sleep(PAUSE_MS);
  }
}

function countResults(rows: readonly RunRowRecord[]): ImportReport['counts'] {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0, changed: 0 };
  for (const row of rows) counts[row.result] += 1;
  return counts;
}
