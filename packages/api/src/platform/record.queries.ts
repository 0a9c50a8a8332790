import type { Tx } from '@goodword/db';
import { auditEntries, auditReasons, type EventPayload, outbox } from '@goodword/db/schema';
import { newId } from '../shared/id.ts';
import { actorId, type Context } from './context.ts';

export interface Change {
  /** Verb in the past, prefixed by its subject, e.g. `partner.approved`. Also the type of the event. */
  action: string;
  subjectType: string;
  subjectId: string;
  from?: string;
  to?: string;
  /** Names of the fields that changed. Never their values. */
  fields?: readonly string[];
  /** Free text may name people: it stands apart from the trail and can be erased. */
  reason?: string;
  /** Ids that handlers of the event need. Never personal values. */
  payload?: EventPayload;
}

/** Writes the audit entry and the event of a change, in the transaction of the change itself. */
export async function recordChange(tx: Tx, ctx: Context, change: Change): Promise<void> {
  const now = ctx.clock.now();
  const auditId = newId('audit', now);
  const entry = tx.insert(auditEntries).values({
    id: auditId,
    occurredAt: now,
    audience: ctx.scope.audience,
    actorType: ctx.actor.type,
    actorId: actorId(ctx.actor),
    action: change.action,
    subjectType: change.subjectType,
    subjectId: change.subjectId,
    fromState: change.from ?? null,
    toState: change.to ?? null,
    fields: (change.fields ?? []).join(','),
    requestId: ctx.requestId,
  });
  const reason = change.reason
    ? tx.insert(auditReasons).values({ auditId, subjectId: change.subjectId, reason: change.reason })
    : undefined;
  const event = tx.insert(outbox).values({
    type: change.action,
    subjectId: change.subjectId,
    payload: change.payload ?? {},
    occurredAt: now,
    requestId: ctx.requestId,
  });
  // In one go: none waits for the answer to the one before.
  await Promise.all([entry, reason, event]);
}
