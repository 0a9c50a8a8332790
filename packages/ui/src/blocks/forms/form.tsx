'use client';

import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type FieldErrors, type FieldValues, FormProvider, useFormContext } from 'react-hook-form';
import { Alert } from '../../components/alert.tsx';
import { Button, type ButtonProps } from '../../components/button.tsx';
import { useCloseGuard } from '../../hooks/use-close-guard.ts';
import { useUnsavedChanges } from '../../hooks/use-unsaved-changes.ts';
import { cn } from '../../lib/cn.ts';
import type { ZodForm } from './use-zod-form.ts';

export interface FormFailure {
  message: string;
  referenceId?: string;
}

interface FormState {
  failure?: FormFailure;
  running: boolean;
  /** Counts refused submits, so that the summary takes the focus each time. */
  refusals: number;
  /** What the fields are called, read from the page when a submit is refused. */
  labels: ReadonlyMap<string, string>;
}

const AT_REST: FormState = { running: false, refusals: 0, labels: new Map() };

const FormStateContext = createContext<FormState>(AT_REST);

export interface FormProps<Input extends FieldValues, Output> {
  form: ZodForm<Input, Output>;
  onSubmit: (values: Output) => Promise<unknown> | unknown;
  /** Ask before unsaved changes are lost. */
  guard?: boolean;
  /** What a thrown error says to the person. */
  describeError?: (error: unknown) => FormFailure;
  className?: string;
  id?: string;
  children: ReactNode;
}

function plainFailure(error: unknown): FormFailure {
  if (error instanceof Error && error.message) return { message: error.message };
  return { message: 'We could not save this. Check your connection and try again.' };
}

/** Text fields by name. Boxes to tick are left out: their error says all, and their label is a sentence. */
function readLabels(form: HTMLFormElement | null): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const control of form?.elements ?? []) {
    const name = control.getAttribute('name');
    const label =
      control.id && form?.querySelector(`label[for="${CSS.escape(control.id)}"] [data-field-label]`);
    if (name && label) labels.set(name, label.textContent ?? '');
  }
  return labels;
}

/** A form that submits once at a time, keeps what was typed when it fails, and says why. */
export function Form<Input extends FieldValues, Output>(props: FormProps<Input, Output>) {
  const { form, onSubmit, guard = true, describeError = plainFailure, className, id, children } = props;
  const [state, setState] = useState<FormState>(AT_REST);
  const busy = useRef(false);
  const saved = useRef(false);
  const element = useRef<HTMLFormElement>(null);
  const unsaved = guard && form.formState.isDirty && !state.running;
  useUnsavedChanges(unsaved);
  useCloseGuard(unsaved);

  const refuse = (failure?: FormFailure) =>
    setState((before) => ({
      running: false,
      failure,
      refusals: before.refusals + 1,
      labels: readLabels(element.current),
    }));

  const submit = form.handleSubmit(
    async (values) => {
      try {
        await onSubmit(values);
        saved.current = true;
        setState((before) => ({ ...before, running: false, failure: undefined }));
      } catch (error) {
        refuse(describeError(error));
      }
    },
    () => refuse(),
  );

  async function handle(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    // A ref and not the state: two presses can come before the state is drawn.
    if (busy.current) return;
    busy.current = true;
    saved.current = false;
    setState((before) => ({ ...before, running: true, failure: undefined }));
    try {
      await submit(event);
      // What was saved is the new starting point: only edits after it are unsaved.
      if (saved.current)
        form.reset(form.getValues(), { keepIsSubmitSuccessful: true, keepSubmitCount: true });
    } finally {
      busy.current = false;
    }
  }

  return (
    <FormProvider {...form}>
      <FormStateContext value={state}>
        <form
          ref={element}
          id={id}
          data-slot="form"
          // Before the scripts are there a browser submits by itself: never with a password in the address.
          method="post"
          noValidate
          onSubmit={handle}
          className={cn('grid gap-5', className)}
        >
          {children}
        </form>
      </FormStateContext>
    </FormProvider>
  );
}

interface FlatError {
  name: string;
  message: string;
}

function isLeaf(value: object): value is { message: string } {
  return 'message' in value && typeof value.message === 'string';
}

/** Nested errors as a list of paths and sentences. */
export function flattenErrors(errors: FieldErrors | object, path = ''): FlatError[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    if (!value || typeof value !== 'object' || key === 'ref') return [];
    const name = path ? `${path}.${key}` : key;
    return isLeaf(value) ? [{ name, message: value.message }] : flattenErrors(value, name);
  });
}

function focusField(name: string): void {
  const field = document.getElementsByName(name)[0];
  field?.focus();
}

/** Why the form was not accepted. It takes the focus after each refused submit. */
export function FormError({ title }: { title?: string }) {
  const { formState } = useFormContext();
  const { failure, refusals, running, labels } = useContext(FormStateContext);
  const box = useRef<HTMLDivElement>(null);
  const errors = flattenErrors(formState.errors);
  const shown = !running && refusals > 0 && (failure !== undefined || errors.length > 0);
  useEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);
  return (
    <div ref={box} tabIndex={-1} className={cn('rounded-card', !shown && 'hidden')}>
      {shown && (
        <Alert tone="danger" title={failure ? undefined : (title ?? 'Some answers need another look')}>
          {failure ? <FailureText failure={failure} /> : <ErrorList errors={errors} labels={labels} />}
        </Alert>
      )}
    </div>
  );
}

function FailureText({ failure }: { failure: FormFailure }) {
  return (
    <>
      <p>{failure.message}</p>
      {failure.referenceId && (
        <p className="mt-1 text-xs">
          Reference: <code className="font-mono">{failure.referenceId}</code>
        </p>
      )}
    </>
  );
}

function ErrorList({ errors, labels }: { errors: FlatError[]; labels: ReadonlyMap<string, string> }) {
  return (
    <ul className="grid gap-0.5">
      {errors.map(({ name, message }) => (
        <li key={name}>
          <button
            type="button"
            onClick={() => focusField(name)}
            className="min-h-6 rounded-sm text-left underline underline-offset-4 hover:text-ink"
          >
            {labels.has(name) ? `${labels.get(name)}: ${message}` : message}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Submits the form around it; spins and can't be pressed again until the answer is there. */
export function SubmitButton({ variant = 'primary', children, ...rest }: ButtonProps) {
  const { running } = useContext(FormStateContext);
  return (
    <Button type="submit" variant={variant} loading={running} {...rest}>
      {children}
    </Button>
  );
}

export function FormRow({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn('grid items-start gap-4 sm:grid-cols-2', className)}>{children}</div>;
}

export function FormActions({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn('flex flex-wrap items-center justify-end gap-2 pt-1', className)}>{children}</div>
  );
}

export interface FormSectionProps {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
}

export function FormSection({ title, description, children }: FormSectionProps) {
  return (
    <fieldset className="grid min-w-0 gap-4 border-line border-t pt-5 first-of-type:border-t-0 first-of-type:pt-0">
      <legend className="sr-only">{title}</legend>
      <div aria-hidden className="grid gap-0.5">
        <p className="font-semibold text-[0.9375rem] text-ink">{title}</p>
        {description && <p className="text-[0.8125rem] text-ink-soft leading-5">{description}</p>}
      </div>
      {children}
    </fieldset>
  );
}
