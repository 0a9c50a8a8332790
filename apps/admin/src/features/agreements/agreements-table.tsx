'use client';

import type { Outputs } from '@goodword/api';
import { Badge, DateOnly, EmptyState, SimpleTable, TextLink } from '@goodword/ui';
import { audienceOf, type TypeName } from './audience.ts';

type Agreement = Outputs['agreements']['list'][number];

const states: Record<Agreement['state'], { label: string; tone: 'neutral' | 'info' | 'success' }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  upcoming: { label: 'Counts later', tone: 'info' },
  in_force: { label: 'In force', tone: 'success' },
  replaced: { label: 'Replaced', tone: 'neutral' },
};

export interface AgreementsTableProps {
  agreements: readonly Agreement[];
  types: readonly TypeName[];
}

/** All versions of the agreement, the newest first. */
export function AgreementsTable({ agreements, types }: AgreementsTableProps) {
  if (agreements.length === 0) {
    return (
      <EmptyState title="No agreement yet" drawing="list">
        Write the first version: partners accept it before they become active.
      </EmptyState>
    );
  }
  return (
    <SimpleTable
      label="Versions"
      rows={[...agreements]}
      getRowKey={(row) => row.id}
      columns={[
        {
          key: 'version',
          header: 'Version',
          cell: (row) => (
            <TextLink href={`/agreements/${row.id}`}>
              {row.version}: {row.title}
            </TextLink>
          ),
        },
        {
          key: 'state',
          header: 'State',
          cell: (row) => <Badge tone={states[row.state].tone}>{states[row.state].label}</Badge>,
        },
        { key: 'for', header: 'For', cell: (row) => audienceOf(row.partnerTypeCodes, types) },
        {
          key: 'from',
          header: 'Counts from',
          cell: (row) => (row.countsFrom ? <DateOnly value={row.countsFrom} /> : '—'),
        },
        { key: 'grace', header: 'Grace', cell: (row) => (row.publishedAt ? `${row.graceDays} days` : '—') },
        {
          key: 'accepted',
          header: 'Accepted',
          cell: (row) => (row.publishedAt ? `${row.accepted} of ${row.meantFor}` : '—'),
        },
      ]}
    />
  );
}
