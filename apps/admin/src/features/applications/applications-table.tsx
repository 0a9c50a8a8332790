'use client';

import type { Outputs } from '@goodword/api';
import {
  Badge,
  DataTable,
  type DataTableColumn,
  EmptyState,
  RelativeTime,
  StatusBadge,
  type TableView,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { regionList } from '../../lib/options.ts';
import { DecideApplication } from './decide-application.tsx';
import { RecommendationBadge } from './recommendation.tsx';

type Page = Outputs['applications']['list'];
type Application = Page['rows'][number];

const columns = (isQueue: boolean): DataTableColumn<Application>[] => [
  {
    key: 'name',
    header: 'Company',
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-2">
        {row.name}
        {row.duplicates > 0 && <Badge tone="warning">Possible duplicate</Badge>}
      </span>
    ),
  },
  { key: 'contact', header: 'Contact', cell: (row) => row.contactName ?? '—', hidden: isQueue },
  { key: 'email', header: 'E-mail', cell: (row) => row.email ?? '—', hidden: true },
  { key: 'type', header: 'Type', cell: (row) => row.types.map((type) => type.name).join(', ') },
  { key: 'regions', header: 'Regions', cell: (row) => regionList(row.regions) },
  {
    key: 'advice',
    header: 'Advice',
    cell: (row) => <RecommendationBadge value={row.review.recommendation} />,
  },
  {
    key: 'documents',
    header: 'Documents',
    align: 'right',
    cell: (row) => row.documents || '—',
  },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge status={row.status} />, hidden: isQueue },
  {
    key: 'applied',
    header: 'Applied',
    className: 'whitespace-nowrap',
    cell: (row) => <RelativeTime value={row.appliedAt} />,
  },
];

const decide: DataTableColumn<Application> = {
  key: 'decide',
  header: 'Decide',
  pinned: true,
  cell: (row) =>
    row.status === 'pending_review' && <DecideApplication id={row.id} name={row.name} size="sm" />,
};

const views: TableView[] = [
  { label: 'To decide', query: {} },
  { label: 'Approved', query: { status: 'approved' } },
  { label: 'Rejected', query: { status: 'rejected' } },
];

/** Partners that want to join, and what became of them. */
export function ApplicationsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  const may = useMay();
  const isQueue = !table.query.status;
  return (
    <DataTable
      label="Applications"
      rows={page.rows}
      columns={[...columns(isQueue), ...(may('applications.decide') && isQueue ? [decide] : [])]}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/applications/${row.id}`}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      csvHref={csvHref('/applications', table.query)}
      {...table}
      empty={
        <EmptyState title={isQueue ? 'Nothing to decide' : 'None so far'} drawing={isQueue ? 'done' : 'list'}>
          {isQueue
            ? 'New applications from the partner portal appear here, oldest first.'
            : 'Decided applications appear here.'}
        </EmptyState>
      }
    />
  );
}
