import { z } from 'zod';

/** A calendar day from a date field as a moment at noon UTC, so that no zone turns it into its neighbour. */
export const dayField = z
  .string({ error: 'Choose a day.' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day.')
  .transform((day) => new Date(`${day}T12:00:00Z`));

/** The same, or nothing. */
export const optionalDayField = dayField.nullish().transform((day) => day ?? undefined);

/** The day of a moment, for a date field. */
export function dayOf(date: Date | null | undefined): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}
