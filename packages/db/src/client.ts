import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type ReservedSql, type Sql } from 'postgres';
import type { Audience } from './vocabulary/index.ts';

/** Whom a transaction acts for. Row-level security reads it; with none stated every table is empty. */
export interface Scope {
  readonly audience: Audience;
  readonly partnerId?: string;
  readonly clientId?: string;
  /** Who is signed in: what belongs to one person alone is opened by it. */
  readonly accountId?: string;
  /** The database itself refuses every write. */
  readonly readOnly?: boolean;
}

/** A Drizzle handle that lives inside one scoped transaction. */
export type Tx = PostgresJsDatabase & { $client: Sql };

export interface Database {
  /**
   * Runs `work` in one transaction that states its scope; commits after it, rolls back when it throws.
   * Nothing else opens a transaction.
   */
  scoped<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same with the bare postgres.js handle, for the few hottest statements. */
  scopedSql<T>(scope: Scope, work: (sql: ReservedSql) => Promise<T>): Promise<T>;
  /** Unscoped pool for what belongs to no tenant (rate counters, job queue, health). */
  readonly pool: Sql;
  /** The same through Drizzle's client, which leaves JSON and dates as text: for libraries that encode them themselves. */
  readonly unscoped: Tx;
  /** Whether the database answers one cheap round trip within `timeoutMs`. */
  answers(timeoutMs: number): Promise<boolean>;
  end(): Promise<void>;
}

export interface ConnectOptions {
  url: string;
  /** Most connections of this process (default 10). */
  max?: number;
  /** The role every statement runs as. Null when the login itself is the unprivileged role. */
  role?: string | null;
  /** Prepared statements (default on). Off behind a pooler that cannot keep them. */
  prepare?: boolean;
  applicationName?: string;
  /** How long a new connection may take to open (default 5). */
  connectSeconds?: number;
  /** Off: a commit does not wait for the disk. Only for data that can be made again (default on). */
  durable?: boolean;
}

export const APP_ROLE = 'goodword_app';

interface UnsafeOptions {
  prepare?: boolean;
}

/**
 * Opens a pool in the unprivileged role.
 *
 * Drizzle sends every statement with `prepare: false`, which costs a describe round trip each time, so the
 * handle given to it forces preparation. It also swaps the date parsers of the client it gets, so it works on a
 * client of its own and hand-written SQL keeps JavaScript dates.
 */
export function connect(options: ConnectOptions): Database {
  const {
    url,
    max = 10,
    role = APP_ROLE,
    prepare = true,
    applicationName = 'goodword',
    connectSeconds = 5,
    durable = true,
  } = options;
  const settings = {
    max,
    prepare,
    connect_timeout: connectSeconds,
    // Seconds between attempts. The driver's own pauses grow to 20 s, long after the database is back.
    backoff: () => 0.1,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: applicationName,
      ...(role ? { role } : {}),
      ...(durable ? {} : { synchronous_commit: 'off' }),
    },
  };
  const pool = postgres(url, settings);
  const mapped = postgres(url, settings);

  const forDrizzle = (handle: ReservedSql | Sql): Sql => {
    const unsafe = (query: string, params?: never[], queryOptions?: UnsafeOptions) =>
      handle.unsafe(query, params, { ...queryOptions, prepare });
    return { options: mapped.options, unsafe } as unknown as Sql;
  };
  const unscoped = drizzle(forDrizzle(mapped));

  async function inTransaction<T>(
    source: Sql,
    scope: Scope,
    work: (sql: ReservedSql) => Promise<T>,
  ): Promise<T> {
    const sql = await source.reserve();
    let open = false;
    try {
      // Both leave in one packet: the scope costs no round trip of its own.
      const begun = sql.unsafe(scope.readOnly ? 'begin read only' : 'begin').execute();
      const stated = sql
        .unsafe(
          `select set_config('goodword.audience', $1, true), set_config('goodword.partner_id', $2, true), set_config('goodword.client_id', $3, true), set_config('goodword.account_id', $4, true)`,
          [scope.audience, scope.partnerId ?? '', scope.clientId ?? '', scope.accountId ?? ''],
          { prepare },
        )
        .execute();
      open = true;
      await Promise.all([begun, stated]);
      const result = await work(sql);
      await sql.unsafe('commit');
      open = false;
      return result;
    } catch (error) {
      if (open) await sql.unsafe('rollback').catch(() => {});
      throw error;
    } finally {
      sql.release();
    }
  }

  return {
    pool,
    unscoped,
    scoped: (scope, work) => inTransaction(mapped, scope, (sql) => work(drizzle(forDrizzle(sql)))),
    scopedSql: (scope, work) => inTransaction(pool, scope, work),
    async answers(timeoutMs) {
      const answered = pool.unsafe('select 1').then(
        () => true,
        () => false,
      );
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), timeoutMs);
      });
      try {
        return await Promise.race([answered, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    async end() {
      await Promise.all([pool.end({ timeout: 5 }), mapped.end({ timeout: 5 })]);
    },
  };
}
