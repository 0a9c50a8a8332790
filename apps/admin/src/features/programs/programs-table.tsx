'use client';

import type { Outputs } from '@goodword/api';
import { programMachine } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  EmptyState,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { useMay, usePatientWords } from '../../frame/role.tsx';
import { LastDayOrDash } from '../../lib/facts.tsx';
import { optionsOf } from '../../lib/options.ts';

type Page = Outputs['programs']['list'];
type Program = Page['rows'][number];

const columns: DataTableColumn<Program>[] = [
  { key: 'name', header: 'Program', cell: (row) => row.name },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  { key: 'referrer', header: 'Who invites gets', cell: (row) => row.referrerReward },
  { key: 'friend', header: 'The friend gets', cell: (row) => row.friendReward },
  { key: 'joined', header: 'Joined', align: 'right', cell: (row) => row.joined },
  { key: 'converted', header: 'Converted', align: 'right', cell: (row) => row.converted },
  {
    key: 'ends',
    header: 'Ends',
    className: 'whitespace-nowrap',
    cell: (row) => <LastDayOrDash before={row.endsAt} />,
  },
];

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'Active', query: { status: 'active' } },
  { label: 'Drafts', query: { status: 'draft' } },
];

/** Programs in which patients bring friends. */
export function ProgramsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  const patients = usePatientWords();
  const may = useMay();
  return (
    <DataTable
      label="Programs"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/programs/${row.id}`}
      search={{ placeholder: 'Name' }}
      filters={[{ key: 'status', label: 'Status', options: optionsOf(programMachine.states) }]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/programs', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No programs yet"
          action={
            may('programs.manage') && (
              <Button variant="primary" href="/programs/new">
                New program
              </Button>
            )
          }
        >
          A program says what {patients.many} and their friends get when a friend joins.
        </EmptyState>
      }
    />
  );
}
