'use client';

import type { ReactNode } from 'react';
import { Alert } from '../../components/alert.tsx';
import { Button } from '../../components/button.tsx';
import type { TableRefusal } from './types.ts';

export interface BulkBarProps {
  selected: number;
  onClear: () => void;
  children: ReactNode;
}

/** What can be done with the chosen rows. */
export function BulkBar({ selected, onClear, children }: BulkBarProps) {
  return (
    <section
      aria-label="Selected rows"
      className="flex animate-rise flex-wrap items-center gap-2 rounded-card border border-accent-line bg-accent-soft px-4 py-2"
    >
      <span aria-live="polite" className="mr-2 font-medium text-accent-ink text-sm tabular-nums">
        {selected} selected
      </span>
      {children}
      <Button size="sm" variant="ghost" className="ml-auto" onClick={onClear}>
        Clear selection
      </Button>
    </section>
  );
}

export interface RefusalsProps {
  refused: readonly TableRefusal[];
  onDismiss: () => void;
}

/** After an act on many rows: which of them stayed as they were, and why. */
export function Refusals({ refused, onDismiss }: RefusalsProps) {
  return (
    <div aria-live="polite">
      <Alert
        tone="warning"
        title={refused.length === 1 ? '1 row was not changed' : `${refused.length} rows were not changed`}
      >
        <ul aria-label="Rows that were not changed" className="grid max-h-60 gap-1.5 overflow-y-auto">
          {refused.map(({ key, name, message }) => (
            <li key={key}>
              <span dir="auto" className="font-medium">
                {name}
              </span>
              : {message}
            </li>
          ))}
        </ul>
        <Button size="sm" className="mt-3" onClick={onDismiss}>
          Dismiss
        </Button>
      </Alert>
    </div>
  );
}
