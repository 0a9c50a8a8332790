/** What to start; everything has a default fit for `npm start`. */
export interface EmbeddedOptions {
  /** Which database: each name has its own data, password and port. Default `main`. */
  name?: string;
  /** Whether commits survive a power cut. Off for tests only. Default on. */
  fsync?: boolean;
  /** Further PostgreSQL settings, for example `{ max_connections: 200 }`. */
  settings?: Record<string, string | number | boolean>;
}

/** A running PostgreSQL that listens on 127.0.0.1 only. */
export interface EmbeddedDatabase {
  /** Connection as the role that owns the database; it may create roles and databases and is no superuser. */
  url: string;
  /** Connection as superuser, for tests and inspection. */
  superuserUrl: string;
  port: number;
  /** Whether the server was already running. */
  reused: boolean;
  /** Whether the server process still runs. */
  isRunning(): boolean;
  /** Leaves the server and stops it when no other process uses it. */
  stop(): Promise<void>;
}

/** Starts the built-in PostgreSQL, or joins the one that already runs on the same data. */
export function startEmbedded(options?: EmbeddedOptions): Promise<EmbeddedDatabase>;

/** Deletes a database with all its data. Refuses while a process uses it. */
export function removeEmbedded(name?: string): Promise<void>;

/** Folder for everything that must outlive a start: databases, their passwords, the generated secret. */
export function stateFolder(): string;
