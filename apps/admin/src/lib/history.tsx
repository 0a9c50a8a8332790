'use client';

import { Card, humanize, statusTone, Timeline } from '@goodword/ui';

/** One entry of the audit trail, as the API's detail pages tell it. */
export interface HistoryEntry {
  id: string;
  occurredAt: Date;
  action: string;
  from: string | null;
  to: string | null;
  actorName: string;
  reason: string | null;
  fields: string[];
}

function titleOf({ action, to, subject }: HistoryEntry & { subject: string }): string {
  const [thing = '', verb = ''] = action.split('.');
  if (to) return `${subject === thing ? '' : `${humanize(thing)}: `}${humanize(to)}`;
  return `${humanize(thing)} ${humanize(verb).toLowerCase()}`;
}

export interface HistoryProps {
  entries: readonly HistoryEntry[];
  /** The kind of thing the page is about, as actions name it: its own changes need no prefix. */
  subject: string;
}

/** Who did what, when and why; newest first, as the API tells it oldest first. */
export function History({ entries, subject }: HistoryProps) {
  return (
    <Card title="History">
      <Timeline
        emptyText="Nothing has happened yet."
        events={entries.toReversed().map((entry) => ({
          id: entry.id,
          at: entry.occurredAt,
          title: titleOf({ ...entry, subject }),
          by: entry.actorName,
          reason: entry.reason ?? undefined,
          tone: entry.to ? statusTone(entry.to) : undefined,
          detail: entry.fields.length ? `Changed: ${entry.fields.map(humanize).join(', ')}` : undefined,
        }))}
      />
    </Card>
  );
}
