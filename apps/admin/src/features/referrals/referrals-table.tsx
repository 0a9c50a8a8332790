'use client';

import type { Outputs } from '@goodword/api';
import { partnerReferralMachine } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  humanize,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { DayOrDash } from '../../lib/facts.tsx';
import { optionsOf } from '../../lib/options.ts';

type Page = Outputs['referrals']['list'];
type Referral = Page['rows'][number];

const columns: DataTableColumn<Referral>[] = [
  { key: 'client', header: 'Client', cell: (row) => row.clientName ?? 'Removed at their wish' },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'partner', header: 'Referred by', cell: (row) => row.partnerName },
  { key: 'type', header: 'As', cell: (row) => row.partnerTypeName },
  { key: 'source', header: 'Through', cell: (row) => humanize(row.source) },
  { key: 'email', header: 'E-mail', hidden: true, cell: (row) => row.clientEmail ?? '—' },
  {
    key: 'confirmed',
    header: 'Confirmed',
    className: 'whitespace-nowrap',
    cell: (row) => <DayOrDash value={row.confirmedAt} />,
  },
  {
    key: 'submitted',
    header: 'Submitted',
    sortable: true,
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.submittedAt} />,
  },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'Waiting for the client', query: { status: 'submitted' } },
  { label: 'Intake', query: { status: 'intake' } },
  { label: 'Accepted', query: { status: 'accepted' } },
  { label: 'Converted', query: { status: 'converted' } },
];

export interface ReferralsTableProps {
  page: Page;
  types: readonly { code: string; name: string }[];
}

/** Clients that partners sent us. */
export function ReferralsTable({ page, types }: ReferralsTableProps) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Referrals"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/referrals/${row.id}`}
      search={{ placeholder: 'Client, partner or e-mail' }}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(partnerReferralMachine.states) },
        { key: 'type', label: 'As', options: types.map(({ code, name }) => ({ value: code, label: name })) },
      ]}
      views={views}
      defaultSort={{ key: 'submitted', dir: 'desc' }}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/referrals', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No referrals yet"
          drawing="people"
          action={<Button href="/partners">See partners</Button>}
        >
          Partners refer clients in their portal or with their own link. They appear here at once.
        </EmptyState>
      }
    />
  );
}
