'use client';

import { CircleAlert } from 'lucide-react';
import {
  type ComponentPropsWithRef,
  cloneElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
  useId,
} from 'react';
import { cn } from '../lib/cn.ts';

export type LabelProps = ComponentPropsWithRef<'label'> & { optional?: boolean };

export function Label({ className, optional, children, htmlFor, ...rest }: LabelProps) {
  return (
    <label
      data-slot="label"
      htmlFor={htmlFor}
      className={cn('font-medium text-ink text-sm leading-5', className)}
      {...rest}
    >
      <span data-field-label>{children}</span>
      {optional && (
        <>
          {' '}
          <span className="ml-0.5 font-normal text-[0.8125rem] text-ink-faint">Optional</span>
        </>
      )}
    </label>
  );
}

/** What a control takes so that its label, help and error belong to it. */
export interface FieldAria {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

type ControlElement = ReactElement<Partial<FieldAria> & { 'aria-describedby'?: string }>;

export interface FieldProps {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  className?: string;
  id?: string;
  /** One control, or a function that spreads the ids on it. */
  children: ControlElement | ((aria: FieldAria) => ReactNode);
}

/** Label, control, help and error, wired for assistive technology. */
export function Field({ label, help, error, optional, className, id, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const helpId = `${controlId}-help`;
  const errorId = `${controlId}-error`;
  const aria: FieldAria = {
    id: controlId,
    'aria-describedby': [help ? helpId : '', error ? errorId : ''].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div data-slot="field" className={cn('grid content-start gap-1.5', className)}>
      <Label htmlFor={controlId} optional={optional}>
        {label}
      </Label>
      {typeof children === 'function'
        ? children(aria)
        : isValidElement(children) && cloneElement(children, aria)}
      {help && (
        <p id={helpId} className="text-[0.8125rem] text-ink-soft leading-5">
          {help}
        </p>
      )}
      <FieldErrorText id={errorId} error={error} />
    </div>
  );
}

export function FieldErrorText({ id, error }: { id: string; error?: ReactNode }) {
  if (!error) return null;
  return (
    <p
      id={id}
      data-slot="field-error"
      className="flex items-start gap-1.5 text-[0.8125rem] text-danger-ink leading-5"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>{error}</span>
    </p>
  );
}
