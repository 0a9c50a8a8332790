'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { cn } from '../lib/cn.ts';

/** Shared look of every control with a box: one border, one height, one way to show an error. */
export const controlClasses =
  'w-full min-w-0 rounded-control border border-field bg-surface text-ink text-sm shadow-card transition-colors hover:border-ink-faint focus-visible:border-accent-ink focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-subtle disabled:text-ink-faint read-only:bg-subtle aria-invalid:border-danger-solid aria-invalid:focus-visible:outline-danger-solid max-sm:text-base';

export type InputProps = ComponentPropsWithRef<'input'>;

export function Input({ className, type = 'text', ...rest }: InputProps) {
  return (
    <input data-slot="input" type={type} className={cn(controlClasses, 'h-9 px-3', className)} {...rest} />
  );
}

export type TextareaProps = ComponentPropsWithRef<'textarea'>;

export function Textarea({ className, rows = 4, ...rest }: TextareaProps) {
  return (
    <textarea
      data-slot="textarea"
      rows={rows}
      className={cn(controlClasses, 'field-sizing-content min-h-20 px-3 py-2', className)}
      {...rest}
    />
  );
}

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectProps = ComponentPropsWithRef<'select'> & {
  options?: readonly SelectOption[];
  /** First option with an empty value. */
  placeholder?: string;
};

/** The browser's own select, styled: the one that works with every keyboard, phone and screen reader. */
export function Select({ className, options, placeholder, children, ...rest }: SelectProps) {
  return (
    <span data-slot="select" className={cn('relative block w-full', className)}>
      <select
        className={cn(
          controlClasses,
          'h-9 appearance-none truncate read-only:bg-surface pr-9 pl-3 disabled:bg-subtle',
        )}
        {...rest}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
