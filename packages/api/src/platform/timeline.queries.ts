import type { Tx } from '@goodword/db';
import { accounts, auditEntries, auditReasons } from '@goodword/db/schema';
import { asc, eq, inArray } from 'drizzle-orm';
import type { TimelineEntry } from '../shared/timeline.ts';

const actorWords: Record<string, string> = {
  staff: 'Staff',
  partner: 'Partner',
  patient: 'Client',
  visitor: 'Client',
  system_key: 'Connected system',
  worker: 'Goodword',
};

/** History of one or more things from the audit trail, oldest first, with the names of those who acted. Staff only. */
export async function timelineOf(tx: Tx, subjectIds: readonly string[]): Promise<TimelineEntry[]> {
  const rows = await tx
    .select({ entry: auditEntries, reason: auditReasons.reason, actorName: accounts.name })
    .from(auditEntries)
    .leftJoin(auditReasons, eq(auditReasons.auditId, auditEntries.id))
    .leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
    .where(inArray(auditEntries.subjectId, [...subjectIds]))
    .orderBy(asc(auditEntries.seq));
  return rows.map(({ entry, reason, actorName }) => ({
    id: entry.id,
    occurredAt: entry.occurredAt,
    action: entry.action,
    from: entry.fromState,
    to: entry.toState,
    actorName: actorName ?? actorWords[entry.actorType] ?? entry.actorType,
    reason,
  }));
}
