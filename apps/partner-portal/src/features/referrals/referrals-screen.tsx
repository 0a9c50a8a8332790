'use client';

import type { Outputs } from '@goodword/api';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  Page,
  PageHeader,
  StatusBadge,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { Send } from 'lucide-react';
import { referralWords, sourceWords } from '../../lib/words.ts';
import { clientLabel } from './client-label.ts';

type Referral = Outputs['referrals']['mine']['rows'][number];

const columns: DataTableColumn<Referral>[] = [
  { key: 'client', header: 'Client', cell: clientLabel },
  { key: 'email', header: 'E-mail', cell: ({ clientEmail }) => clientEmail ?? '—' },
  {
    key: 'status',
    header: 'Status',
    cell: ({ status }) => <StatusBadge status={status} label={referralWords[status]} />,
  },
  { key: 'type', header: 'You as', cell: ({ partnerTypeName }) => partnerTypeName },
  { key: 'source', header: 'How', cell: ({ source }) => sourceWords[source] },
  { key: 'submitted', header: 'Referred', cell: ({ submittedAt }) => <DateOnly value={submittedAt} /> },
];

const groups = [
  { value: 'submitted', label: 'Waiting for the client' },
  { value: 'intake', label: 'Client confirmed' },
  { value: 'accepted', label: 'We are working on it' },
  { value: 'ended', label: 'Ended' },
];

/** Clients this partner sent to us. */
export function ReferralsScreen({ page }: { page: Outputs['referrals']['mine'] }) {
  const table = useTableQuery();
  const refer = (
    <Button variant="primary" href="/refer" icon={<Send />}>
      Refer a client
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title="My referrals"
        description="Clients you sent to us, by form or by link, and how far they have come."
        actions={refer}
      />
      <DataTable
        label="My referrals"
        rows={page.rows}
        columns={columns}
        getRowKey={({ id }) => id}
        rowHref={({ id }) => `/referrals/${id}`}
        {...table}
        csvHref={csvHref('/referrals', table.query)}
        filters={[{ key: 'group', label: 'Status', options: groups }]}
        page={{ nextCursor: page.nextCursor }}
        empty={
          <EmptyState
            drawing="people"
            title="No referrals yet"
            action={
              <>
                {refer}
                <Button href="/links">Copy your link</Button>
              </>
            }
          >
            Refer a client who agreed to it, or hand out your link.
          </EmptyState>
        }
      />
    </Page>
  );
}
