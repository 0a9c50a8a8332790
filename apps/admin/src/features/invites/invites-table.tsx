'use client';

import type { Outputs } from '@goodword/api';
import { inviteMachine } from '@goodword/api/client';
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
import { usePatientWords } from '../../frame/role.tsx';
import { DayOrDash } from '../../lib/facts.tsx';
import { optionsOf } from '../../lib/options.ts';

type Page = Outputs['invites']['list'];
type Invite = Page['rows'][number];

const columns: DataTableColumn<Invite>[] = [
  { key: 'client', header: 'Invited by', cell: (row) => row.clientName },
  { key: 'friend', header: 'Friend', cell: (row) => row.friendName ?? 'Not joined yet' },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'program', header: 'Program', cell: (row) => row.programName },
  { key: 'channel', header: 'Through', cell: (row) => humanize(row.channel) },
  {
    key: 'joined',
    header: 'Joined',
    className: 'whitespace-nowrap',
    cell: (row) => <DayOrDash value={row.registeredAt} />,
  },
  {
    key: 'created',
    header: 'Invited',
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.createdAt} />,
  },
];

const views = (patients: string): TableView[] => [
  { label: 'All', query: {} },
  { label: 'Joined', query: { status: 'registered' } },
  { label: `Became ${patients}`, query: { status: 'converted' } },
];

export interface InvitesTableProps {
  page: Page;
  programs: readonly { id: string; name: string }[];
}

/** Friends whom patients invited. */
export function InvitesTable({ page, programs }: InvitesTableProps) {
  const table = useTableQuery();
  const patients = usePatientWords();
  return (
    <DataTable
      label="Invites"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/invites/${row.id}`}
      filters={[
        { key: 'status', label: 'Status', options: optionsOf(inviteMachine.states) },
        {
          key: 'program',
          label: 'Program',
          options: programs.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      views={views(patients.many)}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/invites', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No invites yet"
          drawing="people"
          action={<Button href="/programs">See programs</Button>}
        >
          {patients.Many} invite friends in their portal once a program is live.
        </EmptyState>
      }
    />
  );
}
