'use client';

import { anyRegionCovers, regionName } from '@goodword/api/client';
import { Button, Checkbox, Field, Input } from '@goodword/ui';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { regionOptions } from './regions.ts';

export interface RegionsFieldProps {
  name: string;
  label: string;
  help?: string;
  /** Only regions inside these; all when empty or left out. */
  within?: readonly string[];
}

/** Several regions: what is chosen stands above, the list below can be narrowed by typing. */
export function RegionsField({ name, label, help, within = [] }: RegionsFieldProps) {
  const { field, fieldState } = useController({ name });
  const [search, setSearch] = useState('');
  const chosen: readonly string[] = field.value ?? [];
  const wanted = search.trim().toLowerCase();
  const possible =
    within.length === 0 ? regionOptions : regionOptions.filter(({ value }) => anyRegionCovers(within, value));
  const shown = possible.filter((option) => option.label.toLowerCase().includes(wanted));
  const toggle = (code: string) =>
    field.onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="grid min-w-0 gap-2">
      <Field label={label} help={help} error={fieldState.error?.message}>
        {(aria) => (
          <Input
            {...aria}
            ref={field.ref}
            name={field.name}
            onBlur={field.onBlur}
            placeholder="Type to find a country or state"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul aria-label="Chosen regions" className="flex flex-wrap gap-1.5">
          {chosen.map((code) => (
            <li key={code}>
              <Button size="sm" aria-label={`Remove ${regionName(code)}`} onClick={() => toggle(code)}>
                {regionName(code)}
                <span aria-hidden>×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="grid max-h-44 gap-2 overflow-y-auto rounded-control border border-line p-3 sm:grid-cols-2">
        {shown.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
        {shown.length === 0 && <p className="text-ink-soft text-sm">No region has this name.</p>}
      </div>
    </fieldset>
  );
}
