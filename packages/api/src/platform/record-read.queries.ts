import type { Tx } from '@goodword/db';
import { auditEntries, readNotes } from '@goodword/db/schema';
import { lt, sql } from 'drizzle-orm';
import { addDays, type Clock } from '../shared/clock.ts';
import { newId } from '../shared/id.ts';
import { actorId, type Context } from './context.ts';

export interface Read {
  subjectType: string;
  subjectId: string;
  /** What of the client was shown, such as the consents. */
  part?: string;
}

/** What in the trail is a reading and no change. */
export const readActions = ['client.read', 'client.exported'] as const;

const HOUR_MS = 3_600_000;

/**
 * Notes that somebody of ours read data of clients: one entry in the trail per person, subject and hour. One statement,
 * which leaves the others of the transaction unwaited for. People of partners and clients read under their own rules.
 */
export async function recordRead(
  tx: Tx,
  ctx: Context,
  read: Read,
  action: (typeof readActions)[number] = 'client.read',
): Promise<void> {
  if (ctx.actor.type !== 'staff') return;
  const now = ctx.clock.now();
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS).toISOString();
  const { accountId } = ctx.actor;
  const { subjectType, subjectId, part = '' } = read;
  await tx.execute(sql`
    with noted as (
      insert into read_notes (account_id, action, subject_type, subject_id, hour)
      values (${accountId}, ${action}, ${subjectType}, ${subjectId}, ${hour}::timestamptz)
      on conflict do nothing returning 1
    )
    insert into audit_entries (id, occurred_at, audience, actor_type, actor_id, action, subject_type, subject_id, fields, request_id)
    select ${newId('audit', now)}, ${now.toISOString()}::timestamptz, ${ctx.scope.audience}, 'staff', ${accountId},
      ${action}, ${subjectType}, ${subjectId}, ${part}, ${ctx.requestId}
    from noted`);
}

/**
 * Notes what somebody of ours read with the eyes of a partner: every reading, by the procedure and the ids that were
 * asked for.
 */
export async function recordLookRead(
  tx: Tx,
  ctx: Context,
  lookId: string,
  fields: readonly string[],
  action: 'look.read' | 'look.exported' = 'look.read',
): Promise<void> {
  const now = ctx.clock.now();
  await tx.insert(auditEntries).values({
    id: newId('audit', now),
    occurredAt: now,
    audience: ctx.scope.audience,
    actorType: ctx.actor.type,
    actorId: actorId(ctx.actor),
    action,
    subjectType: 'look',
    subjectId: lookId,
    fields: fields.join(','),
    requestId: ctx.requestId,
  });
}

/** What was noted long ago cannot repeat. */
export async function forgetReadNotes(tx: Tx, clock: Clock): Promise<void> {
  await tx.delete(readNotes).where(lt(readNotes.hour, addDays(clock.now(), -2)));
}
