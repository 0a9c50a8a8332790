'use client';

import type { Outputs } from '@goodword/api';
import { DataTable, type DataTableColumn, DateTime, EmptyState, humanize, StatusBadge } from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { LinkOrDash } from '../../lib/facts.tsx';
import { pageOfId } from '../../lib/page-of-id.ts';

type Page = Outputs['audit']['list'];
type Entry = Page['rows'][number];

const columns: DataTableColumn<Entry>[] = [
  {
    key: 'when',
    header: 'When',
    className: 'whitespace-nowrap',
    cell: (row) => <DateTime value={row.occurredAt} style="medium" />,
  },
  { key: 'who', header: 'Who', cell: (row) => row.actorName ?? humanize(row.actorType) },
  { key: 'action', header: 'What', cell: (row) => <code className="font-mono text-xs">{row.action}</code> },
  {
    key: 'subject',
    header: 'On',
    cell: (row) => <LinkOrDash href={pageOfId(row.subjectId)}>{humanize(row.subjectType)}</LinkOrDash>,
  },
  {
    key: 'change',
    header: 'Change',
    cell: (row) =>
      row.toState ? (
        <span className="flex flex-wrap items-center gap-1.5">
          {row.fromState && <StatusBadge status={row.fromState} />}
          {row.fromState && <span aria-hidden>→</span>}
          <StatusBadge status={row.toState} />
        </span>
      ) : (
        row.fields.replaceAll(',', ', ') || '—'
      ),
  },
  { key: 'reason', header: 'Reason', cell: (row) => row.reason ?? '—' },
  {
    key: 'id',
    header: 'Subject id',
    hidden: true,
    cell: (row) => <code className="font-mono text-xs">{row.subjectId}</code>,
  },
];

/** Every change, newest first. Entries are only ever added. */
export function AuditTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Audit trail"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      search={{ placeholder: 'Id, or action such as partner.approved' }}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/audit', table.query)}
      {...table}
      empty={<EmptyState title="Nothing recorded yet" />}
    />
  );
}
