'use client';

import type { Outputs } from '@goodword/api';
import { introductionMachine, regionName } from '@goodword/api/client';
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
import { useTableQuery } from '@goodword/web';
import { introductionWords } from '../../lib/words.ts';
import { introductionName } from './introduction-name.ts';

type Introduction = Outputs['introductions']['mine']['rows'][number];

const columns: DataTableColumn<Introduction>[] = [
  { key: 'client', header: 'Client', cell: introductionName },
  {
    key: 'status',
    header: 'Status',
    cell: ({ status }) => (
      <StatusBadge
        status={status}
        label={introductionWords[status]}
        tone={status === 'intro_sent' ? 'warning' : undefined}
      />
    ),
  },
  { key: 'type', header: 'You as', cell: ({ partnerTypeName }) => partnerTypeName },
  {
    key: 'region',
    header: 'Region',
    cell: ({ request }) =>
      request.requirements ? (
        regionName(request.requirements.region)
      ) : (
        <span className="text-ink-faint">Locked</span>
      ),
  },
  {
    key: 'sent',
    header: 'Introduced',
    cell: ({ introSentAt }) => (introSentAt ? <DateOnly value={introSentAt} /> : '—'),
  },
];

const statusOptions = introductionMachine.states.map((value) => ({
  value,
  label: introductionWords[value] ?? value,
}));

/** Groups of clients who asked us for somebody like this partner. */
export function IntroductionsScreen({ page }: { page: Outputs['introductions']['mine'] }) {
  const table = useTableQuery();
  return (
    <Page>
      <PageHeader
        title="Introductions"
        description="People who decide together and asked us for a professional like you."
      />
      <DataTable
        label="Introductions"
        rows={page.rows}
        columns={columns}
        getRowKey={({ id }) => id}
        rowHref={({ id }) => `/introductions/${id}`}
        {...table}
        filters={[{ key: 'status', label: 'Status', options: statusOptions }]}
        page={{ nextCursor: page.nextCursor }}
        empty={
          <EmptyState
            drawing="people"
            title="No introductions yet"
            action={
              <Button variant="primary" href="/profile">
                Check what you cover
              </Button>
            }
          >
            We introduce clients who ask for your type in your regions. We write to you then.
          </EmptyState>
        }
      />
    </Page>
  );
}
