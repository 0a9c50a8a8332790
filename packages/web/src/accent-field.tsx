'use client';

import { accentPalette, accentProblem } from '@goodword/api/client';
import { Button, Field, Input } from '@goodword/ui';
import { useController } from 'react-hook-form';

const WHOLE = /^#[0-9a-f]{6}$/i;

/** Shows what becomes of the colour in light and dark. */
function Sample({ colour }: { colour: string }) {
  const { light, dark } = accentPalette(colour);
  const sides = [
    { name: 'Light', ground: '#ffffff', ...light },
    { name: 'Dark', ground: '#16191f', ...dark },
  ];
  return (
    <div className="flex flex-wrap gap-3">
      {sides.map(({ name, ground, accent, fg, ink, line }) => (
        <div
          key={name}
          className="flex items-center gap-3 rounded-control border px-3 py-2 text-sm"
          style={{ background: ground, borderColor: line }}
        >
          <span className="rounded-md px-2.5 py-1 font-medium" style={{ background: accent, color: fg }}>
            Button
          </span>
          <span style={{ color: ink }}>{name}</span>
        </div>
      ))}
    </div>
  );
}

/** The colour of buttons and links. Refused while it is typed when it cannot be read, with one that can. */
export function AccentField() {
  const { field, fieldState } = useController<{ accent: string | null }, 'accent'>({ name: 'accent' });
  const colour = field.value?.toLowerCase() ?? '';
  const isWhole = WHOLE.test(colour);
  const problem = isWhole ? accentProblem(colour) : null;
  const set = (value: string) => field.onChange(value === '' ? null : value);
  return (
    <div className="grid gap-3">
      <Field
        label="Colour"
        optional
        help="Of buttons and links in both portals and in mails. Empty: each portal keeps its own."
        error={problem?.message ?? fieldState.error?.message}
      >
        {(aria) => (
          <span className="flex gap-2">
            <input
              type="color"
              aria-label="Choose a colour"
              value={isWhole ? colour : '#0f766e'}
              onChange={(event) => set(event.target.value)}
              className="h-9 w-12 shrink-0 cursor-pointer rounded-control border border-field bg-surface p-1"
            />
            <Input
              {...aria}
              ref={field.ref}
              name={field.name}
              value={field.value ?? ''}
              placeholder="#0f766e"
              maxLength={7}
              spellCheck={false}
              onBlur={field.onBlur}
              onChange={(event) => set(event.target.value.trim())}
            />
          </span>
        )}
      </Field>
      {problem && (
        <div>
          <Button size="sm" onClick={() => set(problem.nearest)}>
            Use {problem.nearest}
          </Button>
        </div>
      )}
      {isWhole && !problem && <Sample colour={colour} />}
    </div>
  );
}
