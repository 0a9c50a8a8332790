import { TZDate } from '@date-fns/tz';
import { dateFormat } from './formats.ts';

/** The moment at which a day begins in a zone; null without a day. */
export function dayStart(day: string | null | undefined, zone: string): Date | null {
  return day ? momentOfDay(day, 0, zone) : null;
}

/** The moment at which a day is over in a zone; null without a day. */
export function dayEnd(day: string | null | undefined, zone: string): Date | null {
  return day ? momentOfDay(day, 1, zone) : null;
}

function momentOfDay(day: string, later: number, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, date + later, zone).getTime());
}

/** The day that begins or runs at a moment in a zone, for a date field. */
export function dayIn(moment: Date | null, zone: string): string | null {
  return moment ? dateFormat('en-CA', { timeZone: zone }).format(moment) : null;
}

/** The last day before a moment in a zone, for a date field. */
export function lastDayBefore(moment: Date | null, zone: string): string | null {
  return moment ? dayIn(new Date(moment.getTime() - 1), zone) : null;
}
