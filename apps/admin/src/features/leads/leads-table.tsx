'use client';

import type { Outputs } from '@goodword/api';
import { leadMachine, regionName } from '@goodword/api/client';
import {
  Badge,
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  humanize,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, regionOptions, useTableQuery } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { MoneyRange } from '../../lib/money-range.tsx';
import { optionsOf } from '../../lib/options.ts';
import { LeadBulk } from './lead-bulk.tsx';

type Page = Outputs['leads']['list'];
type Lead = Page['rows'][number];

const columns: DataTableColumn<Lead>[] = [
  { key: 'client', header: 'Client', cell: (row) => row.clientName },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'region', header: 'Region', cell: (row) => regionName(row.region) },
  {
    key: 'budget',
    header: 'Budget',
    align: 'right',
    cell: (row) => (
      <MoneyRange minMinor={row.budgetMinMinor} maxMinor={row.budgetMaxMinor} currency={row.currency} />
    ),
  },
  { key: 'referrer', header: 'Came from', cell: (row) => row.referrerName ?? humanize(row.source) },
  { key: 'assigned', header: 'With', cell: (row) => row.assignedName ?? '—' },
  {
    key: 'shares',
    header: 'Shared',
    align: 'right',
    cell: (row) => (row.openShares > 0 ? <Badge tone="info">{row.openShares}</Badge> : '—'),
  },
  { key: 'email', header: 'E-mail', hidden: true, cell: (row) => row.clientEmail ?? '—' },
  {
    key: 'created',
    header: 'Since',
    className: 'whitespace-nowrap',
    sortable: true,
    cell: (row) => <DateOnly value={row.createdAt} />,
  },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'New', query: { status: 'new' } },
  { label: 'Contacted', query: { status: 'contacted' } },
  { label: 'Qualified', query: { status: 'qualified' } },
  { label: 'In progress', query: { status: 'in_progress' } },
  { label: 'Converted', query: { status: 'converted' } },
];

export interface LeadsTableProps {
  page: Page;
  assignees: readonly { id: string; name: string }[];
}

/** Everybody who looks for something we or a partner can help with. */
export function LeadsTable({ page, assignees }: LeadsTableProps) {
  const table = useTableQuery();
  const may = useMay();
  return (
    <DataTable
      label="Leads"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/leads/${row.id}`}
      search={{ placeholder: 'Client name or e-mail' }}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(leadMachine.states) },
        { key: 'region', label: 'Region', options: regionOptions },
        {
          key: 'with',
          label: 'With',
          options: assignees.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      views={views}
      defaultSort={{ key: 'created', dir: 'desc' }}
      page={{ nextCursor: page.nextCursor }}
      bulkActions={
        may('leads.work')
          ? (selection) => <LeadBulk selection={selection} assignees={assignees} />
          : undefined
      }
      csvHref={csvHref('/leads', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No leads yet"
          drawing="people"
          action={
            may('leads.work') && (
              <Button variant="primary" href="/leads/new">
                Add a lead
              </Button>
            )
          }
        >
          Leads come from referrals, from links of partners, and from what you add by hand.
        </EmptyState>
      }
    />
  );
}
