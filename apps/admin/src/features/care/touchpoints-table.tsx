'use client';

import type { Outputs } from '@goodword/api';
import { touchpointKinds, touchpointMachine } from '@goodword/api/client';
import {
  DataTable,
  type DataTableColumn,
  DateTime,
  EmptyState,
  humanize,
  Money,
  StatusBadge,
  type TableView,
  TextLink,
} from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { optionsOf } from '../../lib/options.ts';
import { TouchpointActions } from './touchpoint-actions.tsx';

type Page = Outputs['care']['list'];
type Row = Page['rows'][number];

const columns: DataTableColumn<Row>[] = [
  {
    key: 'partner',
    header: 'Partner',
    cell: (row) => (
      <TextLink href={`/partners/${row.partnerId}`} className="text-sm">
        {row.partnerName}
      </TextLink>
    ),
  },
  { key: 'kind', header: 'What', cell: (row) => humanize(row.kind) },
  { key: 'when', header: 'When', cell: (row) => <DateTime value={row.heldAt} /> },
  { key: 'who', header: 'Who of us', cell: (row) => row.accountName },
  { key: 'with', header: 'With whom', cell: (row) => row.withWhom ?? '—' },
  {
    key: 'value',
    header: 'Given',
    align: 'right',
    cell: (row) =>
      row.valueMinor !== null && row.currency ? (
        <Money amountMinor={row.valueMinor} currency={row.currency} />
      ) : (
        '—'
      ),
  },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'actions', header: '', cell: (row) => <TouchpointActions touchpoint={row} /> },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'Planned', query: { status: 'planned' } },
  { label: 'My plans', query: { status: 'planned', mine: 'yes' } },
];

/** Touchpoints with all partners. */
export function TouchpointsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Touchpoints"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(touchpointMachine.states) },
        { key: 'kind', label: 'Kind', options: optionsOf(touchpointKinds) },
      ]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="No touchpoints yet" drawing="people">
          Add coffees, calls, meetings and gifts on the page of a partner.
        </EmptyState>
      }
    />
  );
}
