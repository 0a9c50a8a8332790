import type { Tx } from '@goodword/db';
import type { AccountAudience } from '@goodword/db/vocabulary';
import { kindNamed } from './catalogue.ts';
import type { NotificationRow } from './inbox.queries.ts';
import { readSubjects } from './subjects.queries.ts';
import { type Words, wordsOf } from './words.ts';

export interface DescribedNotification extends Words {
  id: string;
  kind: NotificationRow['kind'];
  occurredAt: Date;
  readAt: Date | null;
}

/** Notifications with their words, made now from what the reader of this transaction may see. */
export async function describeNotifications(
  tx: Tx,
  audience: AccountAudience,
  rows: readonly NotificationRow[],
): Promise<DescribedNotification[]> {
  const subjects = await readSubjects(
    tx,
    audience,
    rows.map(({ subjectId }) => subjectId),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    occurredAt: row.occurredAt,
    readAt: row.readAt,
    ...wordsOf(row, subjects.get(row.subjectId), kindNamed(row.kind).label),
  }));
}
