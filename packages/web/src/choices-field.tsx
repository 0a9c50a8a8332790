'use client';

import { Checkbox } from '@goodword/ui';
import { useController } from 'react-hook-form';

export interface ChoicesFieldProps {
  name: string;
  label: string;
  help?: string;
  options: readonly { value: string; label: string }[];
}

/** Several of a short list, as boxes. */
export function ChoicesField({ name, label, help, options }: ChoicesFieldProps) {
  const { field } = useController({ name });
  const chosen: readonly string[] = field.value ?? [];
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-medium text-ink text-sm">{label}</legend>
      {help && <p className="text-[0.8125rem] text-ink-soft">{help}</p>}
      <div className="grid gap-2 sm:grid-cols-3">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              field.onChange(
                event.target.checked
                  ? [...chosen, option.value]
                  : chosen.filter((one) => one !== option.value),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
