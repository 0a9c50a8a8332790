import { type Database, JOB_QUEUE, type Tx } from '@goodword/db';
import PgBoss from 'pg-boss';
import type { DomainEvent } from './job.ts';

/** A job names its handler and carries the event. */
export interface QueuedJob {
  handler: string;
  event: Omit<DomainEvent, 'occurredAt'> & { occurredAt: string };
}

/** Runs a statement of the queue library, which encodes JSON itself and sends several statements at once. */
function through({ $client }: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values) => ({ rows: [...(await $client.unsafe(text, values as never[]))] }),
  };
}

/** pg-boss over our own connections: one driver, one pool, the unprivileged role. */
export function createQueue(db: Database, options: { supervise: boolean }): PgBoss {
  return new PgBoss({
    db: through(db.unscoped),
    migrate: false,
    schedule: false,
    supervise: options.supervise,
    maintenanceIntervalSeconds: 10,
    archiveCompletedAfterSeconds: 600,
    deleteAfterDays: 14,
  });
}

/** Adds jobs inside the relay's own transaction: cursor and jobs move together or not at all. */
export async function insertJobs(boss: PgBoss, tx: Tx, jobs: QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await boss.insert(
    jobs.map((data) => ({ name: JOB_QUEUE, data })),
    { db: through(tx) },
  );
}
