import { dayField } from '@goodword/api/client';
import { useUi } from '@goodword/ui';
import { z } from 'zod';

const HOUR_MS = 3_600_000;

/**
 * A day on which something happened. Where the day has begun but its noon is still to come, the present moment stands
 * for it: what happened today did not happen in the future.
 */
export const pastDayField = dayField.transform((noon) => {
  const now = Date.now();
  // The first places on earth have the day 14 hours before it begins in UTC, so 26 hours before its noon there.
  const hasBegun = noon.getTime() - 26 * HOUR_MS <= now;
  return hasBegun && noon.getTime() > now ? new Date(now) : noon;
});

/** A moment as a date-time field of the browser writes it, in the zone of whoever types. */
export const momentField = z
  .string({ error: 'Choose a day and time.' })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'Choose a day and time.')
  .transform((text) => new Date(text));

/** The same moment for a date-time field. */
export function momentOf(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The same as the plain field, or nothing. */
export const optionalDayField = dayField.nullish().transform((day) => day ?? undefined);

/** The zone of the organisation, in which the days of rules and contracts begin and end. */
export function useOrganisationZone(): string {
  return useUi().timeZone ?? 'UTC';
}

/** The day of a moment, for a date field. */
export function dayOf(date: Date | null | undefined): string | null {
  return date ? date.toISOString().slice(0, 10) : null;
}
