'use client';

import type { Outputs } from '@goodword/api';
import { partnerMachine } from '@goodword/api/client';
import {
  Badge,
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  Progress,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, regionOptions, useTableQuery } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { optionsOf, regionList } from '../../lib/options.ts';
import { PartnerBulk } from './partner-bulk.tsx';

type Page = Outputs['partners']['list'];
type Partner = Page['rows'][number];

function Capacity({ openShares, capacity, name }: Partner) {
  if (capacity === null) return <>{openShares} open</>;
  const used = `${openShares} of ${capacity}`;
  return (
    <span className="grid min-w-24 gap-1">
      {used}
      <Progress
        value={openShares}
        max={capacity}
        tone="capacity"
        label={`Capacity of ${name}`}
        valueText={used}
        showValue={false}
      />
    </span>
  );
}

function Onboarding({ onboarding }: Partner) {
  if (!onboarding) return <>—</>;
  const { done, total } = onboarding;
  if (done === total) return <Badge tone="success">Done</Badge>;
  return (
    <Badge tone="warning">
      {done} of {total}
    </Badge>
  );
}

const columns: DataTableColumn<Partner>[] = [
  { key: 'name', header: 'Partner', sortable: true, cell: (row) => row.name },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'type', header: 'Type', cell: (row) => row.types.map((type) => type.name).join(', ') || '—' },
  { key: 'regions', header: 'Regions', cell: (row) => regionList(row.regions) || '—' },
  { key: 'owner', header: 'Account manager', cell: (row) => row.ownerName ?? '—' },
  { key: 'group', header: 'Group', cell: (row) => row.groupName ?? '—' },
  { key: 'onboarding', header: 'Onboarding', cell: (row) => <Onboarding {...row} /> },
  { key: 'contact', header: 'Contact', hidden: true, cell: (row) => row.contactName ?? '—' },
  { key: 'email', header: 'E-mail', hidden: true, cell: (row) => row.email ?? '—' },
  { key: 'capacity', header: 'Shared leads', cell: (row) => <Capacity {...row} /> },
  { key: 'code', header: 'Code', hidden: true, cell: (row) => row.code ?? '—' },
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
  { label: 'Active', query: { status: 'active' } },
  { label: 'Invited', query: { status: 'invited' } },
  { label: 'Onboarding', query: { onboarding: 'open' } },
  { label: 'Suspended', query: { status: 'suspended' } },
];

export interface PartnersTableProps {
  page: Page;
  types: readonly { code: string; name: string }[];
  caretakers: readonly { id: string; name: string }[];
  groups: readonly { id: string; name: string; closedAt: Date | null }[];
}

/** All partners, in any state. */
export function PartnersTable({ page, types, caretakers, groups }: PartnersTableProps) {
  const table = useTableQuery();
  const may = useMay();
  return (
    <DataTable
      label="Partners"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/partners/${row.id}`}
      search={{ placeholder: 'Name, e-mail, code or id' }}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(partnerMachine.states) },
        {
          key: 'type',
          label: 'Type',
          options: types.map(({ code, name }) => ({ value: code, label: name })),
        },
        { key: 'region', label: 'Region', options: regionOptions },
        {
          key: 'onboarding',
          label: 'Onboarding',
          options: [
            { value: 'open', label: 'Something to do' },
            { value: 'stalled', label: 'Nothing for 14 days' },
            { value: 'done', label: 'Done' },
          ],
        },
        {
          key: 'owner',
          label: 'Manager',
          options: [
            { value: 'none', label: 'Nobody' },
            ...caretakers.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          key: 'group',
          label: 'Group',
          options: [
            { value: 'none', label: 'No group' },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
      ]}
      views={views}
      defaultSort={{ key: 'name', dir: 'asc' }}
      page={{ nextCursor: page.nextCursor }}
      bulkActions={
        may('partners.manage')
          ? (selection) => (
              <PartnerBulk
                selection={selection}
                caretakers={caretakers}
                groups={groups.filter(({ closedAt }) => closedAt === null)}
              />
            )
          : undefined
      }
      csvHref={csvHref('/partners', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No partners yet"
          drawing="people"
          action={
            may('partners.manage') && (
              <Button variant="primary" href="/partners/invite">
                Invite a partner
              </Button>
            )
          }
        >
          Invite the first one, or wait for applications from the partner portal.
        </EmptyState>
      }
    />
  );
}
