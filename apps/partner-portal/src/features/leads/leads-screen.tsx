'use client';

import type { Outputs } from '@goodword/api';
import { leadShareMachine, regionName } from '@goodword/api/client';
import {
  Button,
  DataTable,
  type DataTableColumn,
  DateOnly,
  EmptyState,
  Page,
  PageHeader,
  RelativeTime,
  StatusBadge,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';
import { MoneyRange } from '../../lib/money-range.tsx';
import { shareWords } from '../../lib/words.ts';
import { leadName } from './lead-name.ts';

type Share = Outputs['shares']['mine']['rows'][number];

const locked = <span className="text-ink-faint">Locked</span>;

const columns: DataTableColumn<Share>[] = [
  { key: 'lead', header: 'Lead', cell: leadName, className: 'whitespace-nowrap' },
  {
    key: 'status',
    header: 'Status',
    cell: ({ status }) => (
      <StatusBadge
        status={status}
        label={shareWords[status]}
        tone={status === 'sent' ? 'warning' : undefined}
      />
    ),
  },
  { key: 'type', header: 'You as', cell: ({ partnerTypeName }) => partnerTypeName },
  { key: 'wanted', header: 'Looking for', cell: wanted },
  {
    key: 'budget',
    header: 'Budget',
    align: 'right',
    cell: ({ lead }) => (lead.budget ? <MoneyRange {...lead.budget} /> : locked),
  },
  {
    key: 'sent',
    header: 'Shared',
    cell: ({ sentAt }) => <DateOnly value={sentAt} className="whitespace-nowrap" />,
  },
  {
    key: 'answerBy',
    header: 'Answer by',
    cell: ({ status, answerBy }) => (status === 'sent' ? <RelativeTime value={answerBy} /> : '—'),
  },
];

function wanted({ lead }: Share) {
  if (!lead.requirements) return locked;
  const { property, serviceNeeded, region } = lead.requirements;
  const parts = [property?.propertyType ?? serviceNeeded, property?.place ?? regionName(region)];
  return parts.filter(Boolean).join(', ');
}

const statusOptions = leadShareMachine.states.map((value) => ({ value, label: shareWords[value] ?? value }));

/** Leads that we shared with this partner. */
export function LeadsScreen({ page }: { page: Outputs['shares']['mine'] }) {
  const table = useTableQuery();
  return (
    <Page>
      <PageHeader
        title="Leads"
        description="Clients we share with you, each with what they allow you to see."
      />
      <DataTable
        label="Leads shared with you"
        rows={page.rows}
        columns={columns}
        getRowKey={({ id }) => id}
        rowHref={({ id }) => `/leads/${id}`}
        {...table}
        filters={[{ key: 'status', label: 'Status', options: statusOptions }]}
        views={[
          { label: 'All', query: {} },
          { label: 'Needs your answer', query: { status: 'sent' } },
          { label: 'Accepted', query: { status: 'accepted' } },
          { label: 'In progress', query: { status: 'in_progress' } },
          { label: 'Closed', query: { status: 'closed' } },
        ]}
        page={{ nextCursor: page.nextCursor }}
        csvHref={csvHref('/leads', table.query)}
        empty={
          <EmptyState
            drawing="people"
            title="No leads yet"
            action={
              <Button variant="primary" href="/profile">
                Check what you cover
              </Button>
            }
          >
            We share a lead when it fits your type and region and the client agrees. We write to you then.
          </EmptyState>
        }
      />
    </Page>
  );
}
