import type { EventPayload } from '@goodword/db/schema';
import type { Mailer } from '../domains/notifications/index.ts';
import type { Context } from '../platform/context.ts';

/** What happened, as read from the outbox. */
export interface DomainEvent {
  /** Stable across deliveries: the base of every dedupe key. */
  id: string;
  type: string;
  subjectId: string;
  payload: EventPayload;
  occurredAt: Date;
  requestId: string;
}

/** Jobs act as the worker and can send mail. */
export interface JobContext extends Context {
  readonly mailer: Mailer;
}

/** One reaction to events. May run more than once for an event and must then change nothing. */
export interface JobHandler {
  name: string;
  /** Event types it reacts to. */
  on: readonly string[];
  run(ctx: JobContext, event: DomainEvent): Promise<void>;
}

/** Work that time causes: expiry, release, overdue. Runs in one process at a time. */
export interface PeriodicTask {
  name: string;
  everySeconds: number;
  run(ctx: JobContext): Promise<void>;
}
