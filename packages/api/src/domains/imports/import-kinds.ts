import type { Tx } from '@goodword/db';
import type { Context } from '../../platform/context.ts';
import { atSavepoint } from '../../platform/savepoint.queries.ts';
import { invariant, violates } from '../../shared/errors.ts';
import { listPartnerTypes } from '../catalogue/index.ts';
import { listRunRows, type NewRunRow, type RunKind, type RunRecord } from '../runs/index.ts';
import { findImport, holdSource, type ImportRecord } from './imports.queries.ts';
import { type Planning, planRow, type RowPlan } from './plan-row.ts';
import { type PreparedRow, prepareRows } from './prepare-rows.ts';
import { RowRefusal } from './row-refusal.ts';
import { writeRow } from './write-row.ts';

/** Says row by row what an import would do. Writes nothing but that. */
const check: RunKind = {
  name: 'partner_import_check',
  async open(tx, ctx, run) {
    const { rows, planning } = await openImport(tx, run, { lock: false });
    return async (position) => {
      const row = rowAt(rows, position);
      try {
        if (row.reading instanceof RowRefusal) throw row.reading;
        return planned(ctx, row, await planRow(tx, row.reading, planning));
      } catch (error) {
        return refused(row, error);
      }
    };
  },
};

/** Does exactly what the check said. A row whose partner changed in between is left alone and says so. */
const write: RunKind = {
  name: 'partner_import',
  async open(tx, ctx, run, { from, to }) {
    const { record, rows, planning } = await openImport(tx, run, { lock: true });
    invariant(record.checkRunId, 'an import follows a check');
    // Two imports of one source would otherwise wait for each other's rows in opposite orders.
    await holdSource(tx, record.source);
    const checked = await listRunRows(tx, { runId: record.checkRunId, after: from - 1, limit: to - from });
    return async (position) => {
      const row = rowAt(rows, position);
      const before = checked[position - from];
      invariant(before?.position === position, 'every row was checked');
      const { runId: _, position: __, noted: ___, ...seen } = before;
      if (row.reading instanceof RowRefusal || seen.result === 'refused') return seen;
      const { reading } = row;
      const attempt = () =>
        atSavepoint(tx, async () => {
          const plan = await planRow(tx, reading, planning);
          const now = planned(ctx, row, plan);
          if (now.fingerprint !== seen.fingerprint) return meanwhile(now);
          return { ...now, subjectId: await writeRow(tx, ctx, reading, plan) };
        });
      try {
        return await attempt().catch((error: unknown) => {
          // Somebody wrote the same partner between our look and our insert: look again.
          if (violates(error, 'partners_source')) return attempt();
          throw error;
        });
      } catch (error) {
        return { ...refused(row, error), result: 'changed' };
      }
    };
  },
};

export const importKinds: readonly RunKind[] = [check, write];

async function openImport(
  tx: Tx,
  run: RunRecord,
  { lock }: Pick<Planning, 'lock'>,
): Promise<{ record: ImportRecord; rows: readonly PreparedRow[]; planning: Planning }> {
  const record = await findImport(tx, run.subjectId);
  invariant(record?.content, 'the file of an open run is kept');
  const types = new Map((await listPartnerTypes(tx)).map((type) => [type.code, type]));
  return { record, rows: rowsOf(run.id, record), planning: { types, lock } };
}

/** The file of the run worked last, so that not every batch reads it anew. Settings do not change under a run. */
let latest: { runId: string; rows: readonly PreparedRow[] } | undefined;

function rowsOf(runId: string, record: ImportRecord): readonly PreparedRow[] {
  if (latest?.runId !== runId) {
    latest = {
      runId,
      rows: prepareRows({
        text: record.content ?? '',
        mapping: record.mapping,
        source: record.source,
        country: record.country ?? undefined,
        partnerTypeCode: record.partnerTypeCode ?? undefined,
      }),
    };
  }
  return latest.rows;
}

function rowAt(rows: readonly PreparedRow[], position: number): PreparedRow {
  const row = rows[position];
  invariant(row, 'the run has as many rows as the file');
  return row;
}

function planned(ctx: Context, { line, name }: PreparedRow, plan: RowPlan): NewRunRow {
  const hidden = ['nameSort', 'nameKey', 'emailNormalised'];
  return {
    line,
    name,
    result: plan.result,
    fields: Object.keys(plan.changes).filter((field) => !hidden.includes(field)),
    notes: plan.notes,
    subjectId: plan.partnerId,
    fingerprint: ctx.vault.keyedHash('import-plan', plan.basis),
  };
}

/** A refusal of this row in words; anything else ends the batch. */
function refused({ line, name }: PreparedRow, error: unknown): NewRunRow {
  if (!(error instanceof RowRefusal)) throw error;
  return { line, name, result: 'refused', code: error.code, message: error.message, fields: [], notes: [] };
}

/** Another plan than the one that was shown: nothing is written. */
function meanwhile(now: NewRunRow): NewRunRow {
  if (now.result === 'unchanged') {
    const note = {
      code: 'done_meanwhile',
      message: 'Somebody else made this change after the check; there was nothing left to do.',
    };
    return { ...now, notes: [...now.notes, note] };
  }
  return {
    ...now,
    result: 'changed',
    code: 'changed_since_check',
    message: 'This partner was changed after the check, so the row was left alone. Check the file again.',
    fields: [],
  };
}
