import { DEAD_QUEUE, JOB_QUEUE, type Tx } from '@goodword/db';
import { sql } from 'drizzle-orm';

export interface DeadJob {
  id: string;
  handler: string;
  eventType: string;
  subjectId: string;
  createdAt: Date;
}

/** Jobs that failed for good and wait for a person, newest first. */
export async function listDeadJobs(tx: Tx): Promise<DeadJob[]> {
  const rows = await tx.execute<{
    id: string;
    handler: string;
    eventType: string;
    subjectId: string;
    created: string;
  }>(sql`
    select id::text, data->>'handler' as handler, data->'event'->>'type' as "eventType",
           data->'event'->>'subjectId' as "subjectId", created_on::text as created
    from pgboss.job where name = ${DEAD_QUEUE} and state = 'created' order by created_on desc limit 200`);
  return rows.map(({ created, ...row }) => ({ ...row, createdAt: new Date(created) }));
}

/** The job's data, taken off the list; undefined when somebody else was faster. */
export async function takeDeadJob(tx: Tx, id: string): Promise<object | undefined> {
  const [row] = await tx.execute<{ data: object }>(sql`
    delete from pgboss.job where name = ${DEAD_QUEUE} and id = ${id}::uuid and state = 'created' returning data`);
  return row?.data;
}

export async function countQueued(tx: Tx): Promise<{ waiting: number; active: number; dead: number }> {
  const [row] = await tx.execute<{ waiting: number; active: number; dead: number }>(sql`
    select count(*) filter (where name = ${JOB_QUEUE} and state in ('created', 'retry'))::int as waiting,
           count(*) filter (where name = ${JOB_QUEUE} and state = 'active')::int as active,
           count(*) filter (where name = ${DEAD_QUEUE} and state = 'created')::int as dead
    from pgboss.job`);
  return row ?? { waiting: 0, active: 0, dead: 0 };
}
