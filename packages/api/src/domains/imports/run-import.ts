import type { Tx } from '@goodword/db';
import type { z } from 'zod';
import { type Context, inScope } from '../../platform/context.ts';
import { recordChange } from '../../platform/record.queries.ts';
import { AppError, notFound } from '../../shared/errors.ts';
import { listPartnerTypes } from '../catalogue/index.ts';
import { findRun, startRun } from '../runs/index.ts';
import { mappingProblem } from './import.ts';
import { type ImportRecord, lockImport, updateImport } from './imports.queries.ts';
import type { checkImportInput } from './imports.schema.ts';

/**
 * Settles how the file is read and queues the check. Whatever was checked before no longer counts.
 * @throws `not_found`, `invalid_input` (mapping, type), `illegal_move` while a run is under way or the file is forgotten
 */
export async function checkImport(
  ctx: Context,
  { id, ...settings }: z.infer<typeof checkImportInput>,
): Promise<{ runId: string }> {
  return inScope(ctx, async (tx) => {
    const record = await requireIdle(tx, id);
    const problem = mappingProblem(settings.mapping, record.headers);
    if (problem) throw refused('mapping', problem);
    const { partnerTypeCode, country } = settings;
    const types = await listPartnerTypes(tx);
    if (partnerTypeCode && !types.some(({ code }) => code === partnerTypeCode)) {
      const codes = types.map(({ code }) => code).join(', ');
      throw refused(
        'partnerTypeCode',
        `There is no partner type “${partnerTypeCode}”. Choose one of: ${codes}.`,
      );
    }
    const runId = await startRun(tx, ctx, {
      kind: 'partner_import_check',
      subjectId: id,
      total: record.rowCount,
    });
    await updateImport(tx, id, {
      source: settings.source,
      mapping: settings.mapping,
      country: country ?? null,
      partnerTypeCode: partnerTypeCode ?? null,
      checkRunId: runId,
      importRunId: null,
    });
    await recordChange(tx, ctx, {
      action: 'import.check_started',
      subjectType: 'import',
      subjectId: id,
      payload: { run: runId },
    });
    return { runId };
  });
}

/**
 * Queues exactly what the check said. Pressed twice it is one run.
 * @throws `not_found`, `illegal_move` before the check is complete or after the file is forgotten
 */
export async function startImport(ctx: Context, id: string): Promise<{ runId: string }> {
  return inScope(ctx, async (tx) => {
    const record = await lockImport(tx, id);
    if (!record) throw notFound('import');
    if (record.importRunId) return { runId: record.importRunId };
    const check = record.checkRunId ? await findRun(tx, record.checkRunId) : undefined;
    if (check?.status !== 'completed') {
      throw new AppError('illegal_move', {
        userMessage: 'Check the file first; the import does what the check says.',
      });
    }
    requireKept(record);
    const runId = await startRun(tx, ctx, { kind: 'partner_import', subjectId: id, total: record.rowCount });
    await updateImport(tx, id, { importRunId: runId });
    await recordChange(tx, ctx, {
      action: 'import.started',
      subjectType: 'import',
      subjectId: id,
      payload: { run: runId },
    });
    return { runId };
  });
}

async function requireIdle(tx: Tx, id: string): Promise<ImportRecord> {
  const record = await lockImport(tx, id);
  if (!record) throw notFound('import');
  requireKept(record);
  for (const runId of [record.checkRunId, record.importRunId]) {
    const run = runId ? await findRun(tx, runId) : undefined;
    if (run?.status === 'queued' || run?.status === 'running') {
      throw new AppError('illegal_move', {
        userMessage: 'This file is being worked right now. Wait until that has ended, or cancel it.',
      });
    }
  }
  return record;
}

function requireKept(record: ImportRecord): void {
  if (record.content !== null) return;
  throw new AppError('illegal_move', {
    userMessage: 'The file is no longer kept. Upload it again to check or import it.',
  });
}

function refused(field: string, userMessage: string): AppError {
  return new AppError('invalid_input', { userMessage, fields: { [field]: userMessage } });
}
