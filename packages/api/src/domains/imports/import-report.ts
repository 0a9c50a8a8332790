import type { ImportReport } from './import-partners.ts';

/** The report as lines for a terminal: every row that needs attention, then the sum. */
export function describeImport(report: ImportReport): string[] {
  const lines = report.rows.flatMap((row) => {
    const place = `line ${row.line}${row.name ? ` (${row.name})` : ''}`;
    return [
      ...(row.result === 'refused' ? [`  refused ${place}: ${row.message ?? ''} [${row.code ?? ''}]`] : []),
      ...row.notes.map((note) => `  note    ${place}: ${note}`),
    ];
  });
  const { created, updated, unchanged, refused } = report.counts;
  const sum = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused.`;
  return [...lines, report.dryRun ? `Nothing was written. It would be: ${sum}` : sum];
}
