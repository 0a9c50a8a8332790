'use client';

import type { Outputs } from '@goodword/api';
import { DataTable, type DataTableColumn, DateOnly, EmptyState } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { placeName } from '../../lib/regions.ts';
import { RequestStatus } from '../../lib/request-status.tsx';
import type { RequestRow } from './words.ts';

const columns: DataTableColumn<RequestRow>[] = [
  { key: 'type', header: 'Professional', cell: (row) => row.partnerTypeName, pinned: true },
  { key: 'region', header: 'Where', cell: (row) => placeName(row.region) },
  { key: 'group', header: 'For', cell: (row) => row.groupName },
  { key: 'status', header: 'Status', cell: (row) => <RequestStatus status={row.status} /> },
  { key: 'created', header: 'Asked', cell: (row) => <DateOnly value={row.createdAt} /> },
];

export function RequestsTable({ page }: { page: Outputs['requests']['mine'] }) {
  const { query, setQuery, pending } = useTableQuery();
  return (
    <section aria-labelledby="requests" className="grid gap-3">
      <h2 id="requests" className="font-semibold text-ink">
        Your requests
      </h2>
      <DataTable
        label="Your requests"
        rows={page.rows}
        columns={columns}
        getRowKey={(row) => row.id}
        rowHref={(row) => `/professionals/${row.id}`}
        query={query}
        setQuery={setQuery}
        pending={pending}
        page={{ nextCursor: page.nextCursor }}
        empty={
          <EmptyState title="No requests yet" drawing="people">
            Choose a place above and request an introduction. You can follow it here.
          </EmptyState>
        }
      />
    </section>
  );
}
