import { createTypeInput } from '@goodword/api/client';
import { z } from 'zod';
import type { TermsBoxes } from '../../lib/terms-boxes.ts';

export type TypeInput = z.output<typeof createTypeInput>;

/** What the boxes hold: ticks one by one, lists as text with commas. */
export interface TypeBoxes
  extends Omit<
    z.input<typeof createTypeInput>,
    'terms' | 'ceiling' | 'defaultTicks' | 'credentials' | 'formFields'
  > {
  terms: TermsBoxes;
  ceiling: Record<Tick, boolean>;
  defaultTicks: Record<Tick, boolean>;
  credentials: { kind: string; regions: string; required: boolean }[];
  formFields: { key: string; label: string; options: string }[];
  reason: string;
}

export const ticks = ['contact', 'budget', 'requirements'] as const;
export type Tick = (typeof ticks)[number];

export function ticksOf(list: readonly string[]): Record<Tick, boolean> {
  return {
    contact: list.includes('contact'),
    budget: list.includes('budget'),
    requirements: list.includes('requirements'),
  };
}

/** Words with commas between them. */
export function toList(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

function toInput(value: unknown): unknown {
  const { ceiling, defaultTicks, credentials, formFields, reason: _reason, ...rest } = value as TypeBoxes;
  return {
    ...rest,
    ceiling: ticks.filter((tick) => ceiling[tick]),
    defaultTicks: ticks.filter((tick) => defaultTicks[tick]),
    credentials: credentials.map((one) => ({ ...one, regions: toList(one.regions.toUpperCase()) })),
    formFields: formFields.map(({ key, label, options }) => ({
      key,
      label,
      ...(toList(options).length > 0 ? { options: toList(options) } : {}),
    })),
  };
}

/** The API's own rules over what the boxes hold. */
export const typeFormSchema = z.preprocess(toInput, createTypeInput) as unknown as z.ZodType<
  TypeInput,
  TypeBoxes
>;
