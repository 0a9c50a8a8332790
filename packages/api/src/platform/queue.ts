import { type Database, JOB_QUEUE, type Tx } from '@goodword/db';
import type { EventPayload } from '@goodword/db/schema';
import PgBoss from 'pg-boss';

/** A job names its handler and carries the event it answers. */
export interface QueuedJob {
  handler: string;
  event: {
    id: string;
    type: string;
    subjectId: string;
    payload: EventPayload;
    occurredAt: string;
    requestId: string;
  };
}

/** Values as the queue library means them: it leaves objects to the driver and undefined to mean null. */
function encode(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;
}

function through({ $client }: Tx): PgBoss.Db {
  return {
    executeSql: async (text, values) => ({
      rows: [...(await $client.unsafe(text, values.map(encode) as never[]))],
    }),
  };
}

/** Its upkeep sends whole transactions as one text, which needs a connection to itself. */
async function runScript(db: Database, text: string): Promise<{ rows: unknown[] }> {
  const connection = await db.pool.reserve();
  try {
    return { rows: [...(await connection.unsafe(text))] };
  } finally {
    connection.release();
  }
}

/** pg-boss over our own connections: one driver, one pool, the unprivileged role. */
export function createQueue(db: Database, options: { supervise: boolean }): PgBoss {
  return new PgBoss({
    db: {
      executeSql: (text, values) =>
        values?.length ? through(db.unscoped).executeSql(text, values) : runScript(db, text),
    },
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
