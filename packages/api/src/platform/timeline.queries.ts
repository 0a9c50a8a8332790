import type { Tx } from '@goodword/db';
import { accounts, auditEntries, auditReasons } from '@goodword/db/schema';
import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import type { TimelineEntry } from '../shared/timeline.ts';
import { readActions } from './record-read.queries.ts';

const actorWords: Record<string, string> = {
  staff: 'Staff',
  partner: 'Partner',
  patient: 'Client',
  visitor: 'Client',
  system_key: 'Connected system',
  worker: 'Goodword',
};

/** More than this nobody reads on one page; the audit page lists all. */
const NEWEST = 200;

/**
 * The newest history of one or more things from the audit trail, oldest first, with the names of those who acted.
 * Staff only.
 */
export async function timelineOf(tx: Tx, subjectIds: readonly string[]): Promise<TimelineEntry[]> {
  const rows = await tx
    .select({ entry: auditEntries, reason: auditReasons.reason, actorName: accounts.name })
    .from(auditEntries)
    .leftJoin(auditReasons, eq(auditReasons.auditId, auditEntries.id))
    .leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
    // Who looked stands in the trail; here it would bury what happened.
    .where(
      and(
        inArray(auditEntries.subjectId, [...subjectIds]),
        notInArray(auditEntries.action, [...readActions]),
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(NEWEST);
  return rows.reverse().map(({ entry, reason, actorName }) => ({
    id: entry.id,
    occurredAt: entry.occurredAt,
    action: entry.action,
    from: entry.fromState,
    to: entry.toState,
    fields: entry.toState || entry.fields === '' ? [] : entry.fields.split(','),
    actorName: actorName ?? actorWords[entry.actorType] ?? entry.actorType,
    reason,
  }));
}
