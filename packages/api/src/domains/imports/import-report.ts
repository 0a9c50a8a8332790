import type { ImportReport } from './import-partners.ts';

/** The report as lines for a terminal: how the file was read, every row that needs attention, then the sum. */
export function describeImport(report: ImportReport): string[] {
  const lines = report.rows.flatMap((row) => {
    const place = `line ${row.line}${row.name ? ` (${row.name})` : ''}`;
    const stopped = row.result === 'refused' || row.result === 'changed';
    return [
      ...(stopped ? [`  ${row.result.padEnd(7)} ${place}: ${row.message ?? ''} [${row.code ?? ''}]`] : []),
      ...row.notes.map((note) => `  note    ${place}: ${note.message} [${note.code}]`),
    ];
  });
  const { created, updated, unchanged, refused, changed } = report.counts;
  const left = changed > 0 ? `, ${changed} left alone because they changed meanwhile` : '';
  const sum = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused${left}.`;
  return [
    `  The file was read as ${report.encoding}.`,
    ...lines,
    report.dryRun ? `Nothing was written. It would be: ${sum}` : sum,
  ];
}
