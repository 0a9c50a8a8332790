'use client';

import type { Outputs } from '@goodword/api';
import { DataTable, type DataTableColumn, DateTime, EmptyState, StatusBadge } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';

type Page = Outputs['imports']['list'];
type ImportRow = Page['rows'][number];

/** How far an import has come, in words. */
function Stage({ run }: ImportRow) {
  if (!run) return <StatusBadge status="new" label="Not checked yet" />;
  const isCheck = run.kind === 'partner_import_check';
  if (run.status === 'completed') {
    return isCheck ? (
      <StatusBadge status="pending" label="Checked, not imported" />
    ) : (
      <StatusBadge status="completed" label="Imported" />
    );
  }
  return <StatusBadge status={run.status} />;
}

function summary({ run }: ImportRow): string {
  if (run?.kind !== 'partner_import') return '—';
  const { created = 0, updated = 0, refused = 0 } = run.counts;
  return `${created} created, ${updated} updated, ${refused} refused`;
}

const columns: DataTableColumn<ImportRow>[] = [
  { key: 'file', header: 'File', cell: (row) => row.fileName },
  { key: 'stage', header: 'Stage', cell: (row) => <Stage {...row} /> },
  { key: 'rows', header: 'Rows', align: 'right', cell: (row) => row.rowCount },
  { key: 'result', header: 'Result', cell: summary },
  { key: 'source', header: 'Source', cell: (row) => row.source },
  { key: 'by', header: 'By', cell: (row) => row.uploadedByName ?? 'Command line' },
  {
    key: 'created',
    header: 'When',
    className: 'whitespace-nowrap',
    cell: (row) => <DateTime value={row.createdAt} />,
  },
];

/** Files taken in so far. */
export function ImportsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Imports"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/partners/import/${row.id}`}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="Nothing imported yet" drawing="list">
          Choose a file above. It is checked before anything is written.
        </EmptyState>
      }
    />
  );
}
