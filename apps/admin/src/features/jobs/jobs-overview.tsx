'use client';

import type { Outputs } from '@goodword/api';
import {
  Card,
  type DataTableColumn,
  DateTime,
  EmptyState,
  humanize,
  SimpleTable,
  Stat,
  StatGrid,
} from '@goodword/ui';
import { trpc } from '@goodword/web';
import { useMay } from '../../frame/role.tsx';
import { Act } from '../../lib/act.tsx';
import { LinkOrDash } from '../../lib/facts.tsx';
import { pageOfId } from '../../lib/page-of-id.ts';

type Overview = Outputs['jobs']['overview'];
type DeadJob = Overview['dead'][number];

function Retry({ job }: { job: DeadJob }) {
  const retry = trpc.jobs.retry.useMutation();
  return (
    <Act
      label="Try again"
      name={`Try ${humanize(job.handler)} again`}
      size="sm"
      title="Try this job again?"
      consequence="It goes back to the queue and is worked within seconds. What it already did is not done twice."
      done="The job is back in the queue"
      run={() => retry.mutateAsync({ id: job.id })}
    />
  );
}

/** What the worker has before it, and what it gave up on. */
export function JobsOverview({ overview }: { overview: Overview }) {
  const may = useMay();
  const columns: DataTableColumn<DeadJob>[] = [
    { key: 'handler', header: 'Job', cell: (row) => humanize(row.handler) },
    {
      key: 'event',
      header: 'Caused by',
      cell: (row) => <code className="font-mono text-xs">{row.eventType}</code>,
    },
    {
      key: 'subject',
      header: 'About',
      cell: (row) => <LinkOrDash href={pageOfId(row.subjectId)}>{row.subjectId}</LinkOrDash>,
    },
    { key: 'created', header: 'Since', cell: (row) => <DateTime value={row.createdAt} /> },
  ];
  if (may('jobs.manage')) columns.push({ key: 'retry', header: 'Do', cell: (row) => <Retry job={row} /> });
  return (
    <>
      <StatGrid>
        <Stat label="Waiting" value={overview.waiting} />
        <Stat label="Being worked" value={overview.active} />
        <Stat label="Given up" value={overview.dead.length} />
      </StatGrid>
      <Card
        title="Given up"
        description="Jobs that failed again and again. Nothing is lost: find the cause, then try again."
        padded={false}
      >
        {overview.dead.length === 0 ? (
          <EmptyState title="All jobs are done or under way" drawing="done" compact />
        ) : (
          <SimpleTable label="Given up" rows={overview.dead} getRowKey={(row) => row.id} columns={columns} />
        )}
      </Card>
    </>
  );
}
