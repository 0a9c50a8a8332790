'use client';

import type { Outputs } from '@goodword/api';
import { importColumns, type RunRowResult } from '@goodword/api/client';
import {
  DataTable,
  type DataTableColumn,
  EmptyState,
  humanize,
  StatusBadge,
  TextLink,
  type Tone,
} from '@goodword/ui';
import { csvHref, useTableQuery } from '@goodword/web';

type Rows = Outputs['runs']['rows'];
type ResultRow = Rows['rows'][number];

const words: Record<RunRowResult, { done: string; planned: string; tone: Tone }> = {
  created: { done: 'Created', planned: 'Would be created', tone: 'success' },
  updated: { done: 'Updated', planned: 'Would be updated', tone: 'info' },
  unchanged: { done: 'Unchanged', planned: 'Unchanged', tone: 'neutral' },
  refused: { done: 'Refused', planned: 'Refused', tone: 'danger' },
  changed: { done: 'Left alone', planned: 'Left alone', tone: 'warning' },
};

function fieldName(field: string): string {
  return importColumns.find(({ key }) => key === field)?.label ?? humanize(field);
}

/** What a row does, why it is refused, and what was read differently from how it was written. */
function Details({ message, code, fields, notes }: ResultRow) {
  return (
    <span className="grid max-w-xl gap-1">
      {(message || code) && (
        <span>
          {message} <code className="font-mono text-ink-faint text-xs">{code}</code>
        </span>
      )}
      {fields.length > 0 && <span>Changes {fields.map(fieldName).join(', ')}</span>}
      {notes.map((note) => (
        <span key={note.code} className="text-ink-soft">
          {note.message} <code className="font-mono text-ink-faint text-xs">{note.code}</code>
        </span>
      ))}
    </span>
  );
}

function columnsFor(isCheck: boolean): DataTableColumn<ResultRow>[] {
  return [
    { key: 'line', header: 'Line', align: 'right', cell: (row) => row.line },
    {
      key: 'name',
      header: 'Partner',
      cell: (row) =>
        row.subjectId ? (
          <TextLink href={`/partners/${row.subjectId}`}>{row.name || row.subjectId}</TextLink>
        ) : (
          row.name || '—'
        ),
    },
    {
      key: 'result',
      header: 'Result',
      cell: ({ result }) => (
        <StatusBadge
          status={result}
          tone={words[result].tone}
          label={isCheck ? words[result].planned : words[result].done}
        />
      ),
    },
    { key: 'details', header: 'Details', cell: (row) => <Details {...row} /> },
  ];
}

export interface ImportRowsProps {
  runId: string;
  isCheck: boolean;
  rows: Rows;
}

/** The result row by row, in the order of the file. */
export function ImportRows({ runId, isCheck, rows }: ImportRowsProps) {
  const table = useTableQuery();
  const results = Object.entries(words).map(([value, word]) => ({
    value,
    label: isCheck ? word.planned : word.done,
  }));
  return (
    <DataTable
      label="Rows of the file"
      rows={rows.rows}
      columns={columnsFor(isCheck)}
      getRowKey={(row) => String(row.position)}
      filters={[
        { key: 'result', label: 'Result', options: results },
        { key: 'noted', label: 'Notes', options: [{ value: 'yes', label: 'With a note' }] },
      ]}
      page={{ nextCursor: rows.nextCursor }}
      csvHref={csvHref('/partners/import', { ...table.query, run: runId })}
      {...table}
      empty={
        <EmptyState title="No row has this result" drawing="done" compact>
          Choose another result above to see the other rows.
        </EmptyState>
      }
    />
  );
}
