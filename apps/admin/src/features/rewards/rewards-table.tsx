'use client';

import type { Outputs } from '@goodword/api';
import { rewardMachine } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  humanize,
  StatusBadge,
  type TableView,
  TextLink,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { DayOrDash } from '../../lib/facts.tsx';
import { optionsOf } from '../../lib/options.ts';
import { ApproveRewards } from './approve-rewards.tsx';
import { RewardActions } from './reward-actions.tsx';

type Page = Outputs['rewards']['list'];
type Reward = Page['rows'][number];

const columns: DataTableColumn<Reward>[] = [
  {
    key: 'client',
    header: 'Patient',
    cell: (row) => <TextLink href={`/invites/${row.inviteId}`}>{row.clientName}</TextLink>,
  },
  { key: 'words', header: 'Reward', cell: (row) => row.words },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
  {
    key: 'side',
    header: 'As',
    cell: (row) => (row.side === 'referrer' ? 'Who invited' : humanize(row.side)),
  },
  { key: 'program', header: 'Program', cell: (row) => row.programName },
  { key: 'reason', header: 'Reason', hidden: true, cell: (row) => row.reason ?? '—' },
  {
    key: 'created',
    header: 'Since',
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.createdAt} />,
  },
  {
    key: 'expires',
    header: 'Usable until',
    className: 'whitespace-nowrap',
    cell: (row) => <DayOrDash value={row.expiresAt} />,
  },
];

const act: DataTableColumn<Reward> = {
  key: 'do',
  header: 'Do',
  pinned: true,
  cell: (row) => <RewardActions reward={row} />,
};

const views: TableView[] = [
  { label: 'All', query: {} },
  { label: 'Earned', query: { status: 'earned' } },
  { label: 'Held', query: { status: 'held' } },
  { label: 'Usable', query: { status: 'available' } },
  { label: 'Used', query: { status: 'redeemed' } },
];

/** What patients and friends earned. */
export function RewardsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  const may = useMay();
  const decides = may('rewards.decide');
  return (
    <DataTable
      label="Rewards"
      rows={page.rows}
      columns={decides ? [...columns, act] : columns}
      getRowKey={(row) => row.id}
      filters={[{ key: 'status', label: 'Status', options: optionsOf(rewardMachine.states) }]}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      bulkActions={decides ? (selection) => <ApproveRewards selection={selection} /> : undefined}
      isRowSelectable={(row) => row.status === 'earned'}
      csvHref={csvHref('/rewards', table.query)}
      {...table}
      empty={
        <EmptyState
          title="No rewards yet"
          drawing="done"
          action={<Button href="/programs">See programs</Button>}
        >
          They arise when an invited friend had a first consultation.
        </EmptyState>
      }
    />
  );
}
