'use client';

import { Button } from '@goodword/ui';
import type { ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';

export interface RowsFieldProps {
  name: string;
  /** What the rows are, such as "Steps". */
  label: string;
  /** On the button that adds one. */
  add: string;
  /** What one row is called, for the buttons that remove it. */
  row: string;
  /** Said while there is none. */
  empty: string;
  /** Whether the order of the rows means something and can be changed. */
  sortable?: boolean;
  /** A new row. */
  fresh: () => object;
  /** The boxes of one row; `path` is where its values lie. */
  children: (path: string) => ReactNode;
}

/** Several rows of boxes that can be added and removed. */
export function RowsField({ name, label, add, row, empty, sortable, fresh, children }: RowsFieldProps) {
  const { control } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name });
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 font-medium text-ink text-sm">{label}</legend>
      {fields.length === 0 && <p className="text-[0.8125rem] text-ink-soft">{empty}</p>}
      {fields.map((field, index) => (
        <div key={field.id} className="grid gap-3 rounded-control border border-line p-3">
          {children(`${name}.${index}`)}
          <div className="flex flex-wrap justify-end gap-2">
            {sortable && (
              <>
                <Button
                  size="sm"
                  aria-label={`Move ${row} ${index + 1} up`}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  Up
                </Button>
                <Button
                  size="sm"
                  aria-label={`Move ${row} ${index + 1} down`}
                  disabled={index === fields.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  Down
                </Button>
              </>
            )}
            <Button size="sm" aria-label={`Remove ${row} ${index + 1}`} onClick={() => remove(index)}>
              Remove
            </Button>
          </div>
        </div>
      ))}
      <Button size="sm" className="justify-self-start" onClick={() => append(fresh())}>
        {add}
      </Button>
    </fieldset>
  );
}
