'use client';

import { regionName, usStates } from '@goodword/api/client';
import { Button, Checkbox, Select } from '@goodword/ui';
import { X } from 'lucide-react';
import type { CountryOption } from '../../lib/countries.ts';

export interface RegionPickerProps {
  /** Regions the partner type works in; empty for all. */
  offered: readonly string[];
  countries: readonly CountryOption[];
  value: readonly string[];
  onChange: (regions: string[]) => void;
  error?: string;
}

const stateCodes = Object.keys(usStates).map((code) => `US-${code}`);

function toggled(regions: readonly string[], region: string): string[] {
  return regions.includes(region) ? regions.filter((item) => item !== region) : [...regions, region];
}

/** Where a candidate works: the countries of its type, single states in the US, any country for a type without limits. */
export function RegionPicker({ offered, countries, value, onChange, error }: RegionPickerProps) {
  const errorId = 'regions-error';
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="grid min-w-0 gap-3">
      <legend className="mb-2 font-medium text-ink text-sm">Regions you work in</legend>
      {offered.length === 0 ? (
        <AnyCountry countries={countries} value={value} onChange={onChange} />
      ) : (
        <div className="grid gap-2.5">
          {offered.map((region) => (
            <Checkbox
              key={region}
              name="regions"
              label={region === 'US' ? 'All of the United States' : regionName(region)}
              checked={value.includes(region)}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(toggled(value, region))}
            />
          ))}
        </div>
      )}
      {offered.includes('US') && !value.includes('US') && <States value={value} onChange={onChange} />}
      {error && (
        <p id={errorId} className="text-[0.8125rem] text-danger-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function States({ value, onChange }: Pick<RegionPickerProps, 'value' | 'onChange'>) {
  const chosen = value.filter((region) => region.startsWith('US-')).length;
  return (
    <details className="rounded-card border border-line bg-surface" open={chosen > 0}>
      <summary className="cursor-pointer px-4 py-2.5 font-medium text-ink text-sm">
        Or choose single states
        {chosen > 0 && <span className="ml-2 font-normal text-ink-soft">{chosen} chosen</span>}
      </summary>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 border-line border-t p-4 sm:grid-cols-3">
        {stateCodes.map((region) => (
          <Checkbox
            key={region}
            name="regions"
            label={regionName(region)}
            checked={value.includes(region)}
            onChange={() => onChange(toggled(value, region))}
          />
        ))}
      </div>
    </details>
  );
}

function AnyCountry({
  countries,
  value,
  onChange,
}: Pick<RegionPickerProps, 'countries' | 'value' | 'onChange'>) {
  const nameOf = (region: string) => countries.find((country) => country.value === region)?.label ?? region;
  return (
    <div className="grid gap-2">
      <Select
        name="regions"
        aria-label="Add a country"
        placeholder="Add a country"
        value=""
        options={countries.filter((option) => !value.includes(option.value))}
        onChange={(event) => event.target.value && onChange([...value, event.target.value])}
      />
      {value.length > 0 && (
        <ul aria-label="Chosen regions" className="flex flex-wrap gap-2">
          {value.map((region) => (
            <li key={region}>
              <Button
                size="sm"
                icon={<X />}
                aria-label={`Remove ${nameOf(region)}`}
                onClick={() => onChange(value.filter((item) => item !== region))}
              >
                {nameOf(region)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
