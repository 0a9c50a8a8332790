'use client';

import type { Outputs } from '@goodword/api';
import { messageMachine } from '@goodword/api/client';
import {
  DataTable,
  type DataTableColumn,
  DateTime,
  EmptyState,
  humanize,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { optionsOf } from '../../lib/options.ts';

type Page = Outputs['messages']['list'];
type Message = Page['rows'][number];

const columns: DataTableColumn<Message>[] = [
  { key: 'subject', header: 'Subject', cell: (row) => row.subject },
  { key: 'to', header: 'To', cell: (row) => row.toAddress },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'template', header: 'Kind', cell: (row) => humanize(row.template) },
  { key: 'channel', header: 'Channel', hidden: true, cell: (row) => humanize(row.channel) },
  {
    key: 'created',
    header: 'Written',
    className: 'whitespace-nowrap',
    cell: (row) => <DateTime value={row.createdAt} />,
  },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'Failed', query: { status: 'failed' } },
  { label: 'Suppressed', query: { status: 'suppressed' } },
];

/** Every message the platform wrote, sent or not. */
export function MessagesTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Messages"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/messages/${row.id}`}
      search={{ placeholder: 'Whole e-mail address' }}
      filters={[{ key: 'status', label: 'Status', options: optionsOf(messageMachine.states) }]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/messages', table.query)}
      {...table}
      empty={
        <EmptyState title="No messages yet" drawing="mail">
          Every mail the platform writes appears here, exactly as it was sent.
        </EmptyState>
      }
    />
  );
}
