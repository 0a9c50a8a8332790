'use client';

import { Switch as RadixSwitch } from 'radix-ui';
import { type ComponentPropsWithRef, type FocusEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from '../lib/cn.ts';

const boxClasses =
  'mt-0.5 size-4 shrink-0 accent-(--accent) disabled:cursor-not-allowed disabled:opacity-55 aria-invalid:outline-2 aria-invalid:outline-danger-solid';

interface ChoiceTextProps {
  label: ReactNode;
  description?: ReactNode;
  descriptionId?: string;
}

function ChoiceText({ label, description, descriptionId }: ChoiceTextProps) {
  return (
    <span className="grid gap-0.5">
      <span className="text-ink text-sm leading-5">{label}</span>
      {description && (
        <span id={descriptionId} className="text-[0.8125rem] text-ink-soft leading-5">
          {description}
        </span>
      )}
    </span>
  );
}

export type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'type'> & {
  label?: ReactNode;
  description?: ReactNode;
  indeterminate?: boolean;
};

export function Checkbox({
  label,
  description,
  indeterminate = false,
  className,
  ref,
  ...rest
}: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  const ownId = useId();
  const inputId = rest.id ?? ownId;
  const descriptionId = `${inputId}-description`;
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const setRef = (node: HTMLInputElement | null) => {
    box.current = node;
    if (typeof ref === 'function') ref(node);
    else if (ref) ref.current = node;
  };
  const describedBy = [rest['aria-describedby'], description ? descriptionId : undefined]
    .filter(Boolean)
    .join(' ');
  const input = (
    <input
      data-slot="checkbox"
      type="checkbox"
      {...rest}
      id={inputId}
      ref={setRef}
      aria-describedby={describedBy || undefined}
      className={cn(boxClasses, !label && 'mt-0', className)}
    />
  );
  if (!label) return input;
  return (
    <label htmlFor={inputId} className="flex items-start gap-2.5">
      {input}
      <ChoiceText label={label} description={description} descriptionId={descriptionId} />
    </label>
  );
}

export interface RadioOption {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps {
  name: string;
  options: readonly RadioOption[];
  legend?: ReactNode;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  onBlur?: () => void;
  /** Boxes side by side or one below the other. */
  layout?: 'list' | 'cards';
  className?: string;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-labelledby'?: string;
}

export function RadioGroup({
  name,
  options,
  legend,
  value,
  defaultValue,
  onValueChange,
  onBlur,
  layout = 'list',
  className,
  'aria-invalid': invalid,
  ...aria
}: RadioGroupProps) {
  const pressed = useRef(false);

  // Only leaving the group counts. A message that appears while an option is pressed would move it away from the pointer.
  function leave({ currentTarget, relatedTarget }: FocusEvent<HTMLFieldSetElement>) {
    const stays = pressed.current || currentTarget.contains(relatedTarget);
    pressed.current = false;
    if (!stays) onBlur?.();
  }

  return (
    <fieldset
      data-slot="radio-group"
      className={className}
      onPointerDown={() => {
        pressed.current = true;
      }}
      onPointerUp={() => {
        pressed.current = false;
      }}
      onBlur={leave}
      {...aria}
    >
      {legend && <legend className="mb-2 font-medium text-ink text-sm">{legend}</legend>}
      <div className={layout === 'cards' ? 'grid gap-2 sm:grid-cols-2' : 'grid gap-2.5'}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              'flex items-start gap-2.5',
              layout === 'cards' &&
                'rounded-card border border-line bg-surface p-3.5 hover:border-field has-checked:border-accent has-checked:bg-accent-soft',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              aria-invalid={invalid || undefined}
              className={boxClasses}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onValueChange?.(option.value)}
            />
            <ChoiceText label={option.label} description={option.description} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  id?: string;
  name?: string;
}

/** For settings that act at once; in a form that is saved later use a checkbox. */
export function Switch({ label, description, id, ...rest }: SwitchProps) {
  const ownId = useId();
  const switchId = id ?? ownId;
  const descriptionId = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <label htmlFor={switchId}>
        <ChoiceText label={label} description={description} descriptionId={descriptionId} />
      </label>
      <RadixSwitch.Root
        data-slot="switch"
        id={switchId}
        aria-describedby={description ? descriptionId : undefined}
        className="relative h-5 w-9 shrink-0 rounded-full border border-field bg-subtle transition-colors disabled:cursor-not-allowed disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
        {...rest}
      >
        <RadixSwitch.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-neutral-solid transition-transform data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-accent-fg" />
      </RadixSwitch.Root>
    </div>
  );
}
