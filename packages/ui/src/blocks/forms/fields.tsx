'use client';

import type { ReactNode } from 'react';
import {
  type Control,
  type ControllerRenderProps,
  type FieldValues,
  useController,
  useFormContext,
} from 'react-hook-form';
import {
  Checkbox,
  type CheckboxProps,
  RadioGroup,
  type RadioGroupProps,
  Switch,
} from '../../components/choice.tsx';
import { Field, type FieldAria, FieldErrorText } from '../../components/field.tsx';
import {
  Input,
  type InputProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
} from '../../components/input.tsx';
import { MoneyInput, type MoneyInputProps } from '../../components/money.tsx';
import { parseMoneyInput } from '../../lib/money.ts';

interface FieldText {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  optional?: boolean;
  /** On the outer box, for the grid it stands in. */
  fieldClassName?: string;
}

type WithoutWiring<Props> = Omit<
  Props,
  'name' | 'value' | 'defaultValue' | 'defaultChecked' | 'checked' | 'label' | 'id'
>;

interface Wired {
  field: ControllerRenderProps<FieldValues, string>;
  aria: FieldAria;
}

function useField(name: string) {
  const { control } = useFormContext() as { control: Control<FieldValues> };
  const { field, fieldState } = useController({ name, control });
  return { field, error: fieldState.error?.message };
}

/** Label, help and error of one form value around its control. */
function FormField({
  name,
  label,
  help,
  optional,
  fieldClassName,
  children,
}: FieldText & { children: (wired: Wired) => ReactNode }) {
  const { field, error } = useField(name);
  return (
    <Field label={label} help={help} optional={optional} error={error} className={fieldClassName}>
      {(aria) => children({ field, aria })}
    </Field>
  );
}

function split<Props extends FieldText>(props: Props) {
  const { name, label, help, optional, fieldClassName, ...control } = props;
  return { text: { name, label, help, optional, fieldClassName }, control };
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export type TextFieldProps = FieldText & WithoutWiring<InputProps>;

export function TextField(props: TextFieldProps) {
  const { text, control } = split(props);
  return (
    <FormField {...text}>
      {({ field, aria }) => <Input {...control} {...field} {...aria} value={asText(field.value)} />}
    </FormField>
  );
}

export type TextareaFieldProps = FieldText & WithoutWiring<TextareaProps>;

export function TextareaField(props: TextareaFieldProps) {
  const { text, control } = split(props);
  return (
    <FormField {...text}>
      {({ field, aria }) => <Textarea {...control} {...field} {...aria} value={asText(field.value)} />}
    </FormField>
  );
}

export type SelectFieldProps = FieldText & WithoutWiring<SelectProps>;

export function SelectField(props: SelectFieldProps) {
  const { text, control } = split(props);
  return (
    <FormField {...text}>
      {({ field, aria }) => <Select {...control} {...field} {...aria} value={asText(field.value)} />}
    </FormField>
  );
}

/** A calendar day as `2026-03-01`, or `null`. */
export function DateField(props: TextFieldProps) {
  const { text, control } = split(props);
  return (
    <FormField {...text}>
      {({ field, aria }) => (
        <Input
          {...control}
          {...field}
          {...aria}
          type="date"
          value={asText(field.value)}
          onChange={(event) => field.onChange(event.target.value || null)}
        />
      )}
    </FormField>
  );
}

export type NumberFieldProps = TextFieldProps & {
  /** Shown at the end of the box, such as "days". */
  unit?: string;
  /** How many stored units one typed unit is: 100 turns a typed percent into basis points. */
  scale?: number;
};

/** A number, or `null` when empty. Not for money: that is `MoneyField`. */
export function NumberField(props: NumberFieldProps) {
  const { text, control } = split(props);
  const { unit, scale = 1, ...input } = control;
  return (
    <FormField {...text}>
      {({ field, aria }) => (
        <span className="relative block">
          <Input
            inputMode="decimal"
            {...input}
            {...field}
            {...aria}
            type="number"
            step={input.step ?? 'any'}
            value={typeof field.value === 'number' && !Number.isNaN(field.value) ? field.value / scale : ''}
            onChange={(event) => {
              const typed = event.target.valueAsNumber;
              field.onChange(Number.isNaN(typed) ? null : scale === 1 ? typed : Math.round(typed * scale));
            }}
            className={unit ? 'pr-16 tabular-nums' : 'tabular-nums'}
          />
          {unit && (
            <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-[0.8125rem] text-ink-faint">
              {unit}
            </span>
          )}
        </span>
      )}
    </FormField>
  );
}

export type MoneyFieldProps = FieldText & WithoutWiring<Omit<MoneyInputProps, 'onValueChange'>>;

/** What the person typed when it is no amount, so that the schema refuses it instead of taking it for empty. */
type MoneyValue = bigint | string | null;

function moneyError(
  value: MoneyValue,
  currency: string,
  schemaError: string | undefined,
): string | undefined {
  if (!schemaError || typeof value !== 'string') return schemaError;
  const parsed = parseMoneyInput(value, currency);
  return parsed.ok ? schemaError : parsed.error;
}

/** Holds minor units as a bigint, `null` when empty, and the typed text while it is not an amount. */
export function MoneyField(props: MoneyFieldProps) {
  const { text, control } = split(props);
  const { field, error } = useField(text.name);
  const value = field.value as MoneyValue;
  return (
    <Field
      label={text.label}
      help={text.help}
      optional={text.optional}
      error={moneyError(value, control.currency, error)}
      className={text.fieldClassName}
    >
      {(aria) => (
        <MoneyInput
          {...control}
          {...aria}
          ref={field.ref}
          name={field.name}
          value={typeof value === 'bigint' ? value : null}
          onValueChange={(amountMinor, _problem, typed) =>
            field.onChange(amountMinor ?? (typed?.trim() || null))
          }
          onBlur={field.onBlur}
        />
      )}
    </Field>
  );
}

export type CheckboxFieldProps = Omit<FieldText, 'optional'> & WithoutWiring<CheckboxProps>;

export function CheckboxField({ name, label, help, fieldClassName, ...control }: CheckboxFieldProps) {
  const { field, error } = useField(name);
  const errorId = `${name}-error`;
  return (
    <div className={fieldClassName}>
      <Checkbox
        {...control}
        label={label}
        description={help ?? control.description}
        name={field.name}
        ref={field.ref}
        onBlur={field.onBlur}
        checked={Boolean(field.value)}
        onChange={(event) => field.onChange(event.target.checked)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      />
      <FieldErrorText id={errorId} error={error} />
    </div>
  );
}

export interface SwitchFieldProps {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  disabled?: boolean;
}

export function SwitchField({ name, label, help, disabled }: SwitchFieldProps) {
  const { field } = useField(name);
  return (
    <Switch
      name={name}
      label={label}
      description={help}
      disabled={disabled}
      checked={Boolean(field.value)}
      onCheckedChange={field.onChange}
    />
  );
}

export type RadioFieldProps = Pick<RadioGroupProps, 'options' | 'layout'> & Omit<FieldText, 'optional'>;

export function RadioField({ name, label, help, fieldClassName, options, layout }: RadioFieldProps) {
  const { field, error } = useField(name);
  const describedBy = [help ? `${name}-help` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={fieldClassName}>
      <RadioGroup
        name={name}
        legend={label}
        options={options}
        layout={layout}
        value={asText(field.value)}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
      />
      {help && (
        <p id={`${name}-help`} className="mt-1.5 text-[0.8125rem] text-ink-soft leading-5">
          {help}
        </p>
      )}
      <FieldErrorText id={`${name}-error`} error={error} />
    </div>
  );
}
