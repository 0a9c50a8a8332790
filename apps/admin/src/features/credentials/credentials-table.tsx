'use client';

import type { Outputs } from '@goodword/api';
import { credentialKindName, regionName } from '@goodword/api/client';
import { DataTable, type DataTableColumn, DateOnly, EmptyState, type TableView } from '@goodword/ui';
import { useTableQuery } from '@goodword/web';
import { CredentialBadge } from '../../lib/credential-badge.tsx';

type Page = Outputs['credentials']['list'];
type Credential = Page['rows'][number];

const columns: DataTableColumn<Credential>[] = [
  { key: 'partner', header: 'Partner', cell: (row) => row.partnerName },
  { key: 'kind', header: 'Credential', cell: (row) => `${credentialKindName(row.kind)} ${row.number}` },
  { key: 'authority', header: 'Issued by', cell: (row) => row.authority },
  { key: 'region', header: 'Region', cell: (row) => regionName(row.region) },
  {
    key: 'expires',
    header: 'Valid until',
    className: 'whitespace-nowrap',
    cell: (row) => <DateOnly value={row.expiresAt} />,
  },
  { key: 'status', header: 'State', cell: (row) => <CredentialBadge status={row.status} /> },
];

const views: TableView[] = [
  { label: 'To check', query: {} },
  { label: 'Ends soon', query: { status: 'expiring' } },
  { label: 'Expired', query: { status: 'expired' } },
  { label: 'Verified', query: { status: 'verified' } },
  { label: 'Refused', query: { status: 'refused' } },
  { label: 'Renewed', query: { status: 'superseded' } },
];

/** Credentials of all partners by state; each leads to its partner, where it is decided. */
export function CredentialsTable({ page }: { page: Page }) {
  const table = useTableQuery();
  return (
    <DataTable
      label="Credentials"
      rows={page.rows}
      columns={columns}
      getRowKey={(row) => row.id}
      rowHref={(row) => `/partners/${row.partnerId}`}
      views={views}
      page={{ nextCursor: page.nextCursor }}
      {...table}
      empty={
        <EmptyState title="Nothing here" drawing="list">
          No credential is in this state.
        </EmptyState>
      }
    />
  );
}
