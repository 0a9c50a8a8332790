'use client';

import { useSyncExternalStore } from 'react';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { dateFormat, relativeTimeFormat } from '../lib/formats.ts';
import { useUi } from './ui-provider.tsx';

type TimeValue = Date | string;

interface TimeProps {
  value: TimeValue;
  className?: string;
}

const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The viewer's zone: the account's when given, else the browser's once it is known; UTC until then. */
function useViewerZone(): string {
  const { timeZone } = useUi();
  const hydrated = useHydrated();
  if (timeZone) return timeZone;
  return hydrated ? dateFormat('en', {}).resolvedOptions().timeZone : 'UTC';
}

function isValid(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

const MONTHS = { short: 'numeric', medium: 'short', long: 'long' } as const;

export interface DateTimeProps extends TimeProps {
  style?: keyof typeof MONTHS;
  /** Names the zone after the time. */
  showZone?: boolean;
}

/** Options of both styles spelled out, because Intl refuses `timeStyle` beside `timeZoneName`. */
function dateTimeOptions(
  style: keyof typeof MONTHS,
  timeZone: string,
  showZone: boolean,
): Intl.DateTimeFormatOptions {
  return {
    day: 'numeric',
    month: MONTHS[style],
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    ...(style === 'long' && { weekday: 'long' }),
    ...(showZone && { timeZoneName: 'short' }),
  };
}

/** A moment in the viewer's zone. */
export function DateTime({ value, style = 'medium', showZone = false, className }: DateTimeProps) {
  const { locale } = useUi();
  const timeZone = useViewerZone();
  const date = new Date(value);
  if (!isValid(date)) return <span className={className}>—</span>;
  return (
    <time
      data-slot="date-time"
      dateTime={date.toISOString()}
      title={fullTime(date, locale, timeZone)}
      className={className}
    >
      {dateFormat(locale, dateTimeOptions(style, timeZone, showZone)).format(date)}
    </time>
  );
}

function fullTime(date: Date, locale: string, timeZone: string): string {
  return dateFormat(locale, dateTimeOptions('long', timeZone, true)).format(date);
}

/** A day. Text like `2026-03-01` is a calendar day and is the same day in every zone. */
export function DateOnly({ value, className }: TimeProps) {
  const { locale } = useUi();
  const viewerZone = useViewerZone();
  const isDay = typeof value === 'string' && CALENDAR_DAY.test(value);
  const timeZone = isDay ? 'UTC' : viewerZone;
  const date = new Date(isDay ? `${value}T00:00:00Z` : value);
  if (!isValid(date)) return <span className={className}>—</span>;
  const text = dateFormat(locale, { dateStyle: 'medium', timeZone }).format(date);
  return (
    <time data-slot="date" dateTime={isDay ? value : date.toISOString()} className={className}>
      {text}
    </time>
  );
}

/** The last day before a moment at which something no longer counts. */
export function LastDay({ before, className }: { before: Date; className?: string }) {
  return <DateOnly value={new Date(before.getTime() - 1)} className={className} />;
}

const MINUTE = 60_000;
let ticker: { stop: () => void; listeners: Set<() => void> } | undefined;

/** One timer for all relative times on the page. */
function subscribeToMinutes(listener: () => void): () => void {
  if (!ticker) {
    const listeners = new Set<() => void>();
    const timer = setInterval(() => {
      for (const notify of listeners) notify();
    }, MINUTE);
    ticker = { stop: () => clearInterval(timer), listeners };
  }
  const own = ticker;
  own.listeners.add(listener);
  return () => {
    own.listeners.delete(listener);
    if (own.listeners.size === 0) {
      own.stop();
      ticker = undefined;
    }
  };
}

/** The current minute, or undefined where no clock may be read yet. */
function useMinute(): number | undefined {
  return useSyncExternalStore(
    subscribeToMinutes,
    () => Math.floor(Date.now() / MINUTE),
    () => undefined,
  );
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 525_600],
  ['month', 43_200],
  ['week', 10_080],
  ['day', 1_440],
  ['hour', 60],
  ['minute', 1],
];

/** "3 days ago", "in 2 hours": the largest unit that fits. */
export function relativeText(minutes: number, locale: string): string {
  const format = relativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, least]) => Math.abs(minutes) >= least) ?? ['minute', 1];
  if (Math.abs(minutes) < 1) return format.format(0, 'second');
  return format.format(Math.trunc(minutes / size), unit);
}

/** How long ago or how soon, kept up to date; the full time is in the title. */
export function RelativeTime({ value, className }: TimeProps) {
  const { locale } = useUi();
  const timeZone = useViewerZone();
  const minute = useMinute();
  const date = new Date(value);
  if (!isValid(date)) return <span className={className}>—</span>;
  const text =
    minute === undefined
      ? dateFormat(locale, { dateStyle: 'medium', timeZone }).format(date)
      : relativeText(Math.floor(date.getTime() / MINUTE) - minute, locale);
  return (
    <time
      data-slot="relative-time"
      dateTime={date.toISOString()}
      title={fullTime(date, locale, timeZone)}
      className={className}
    >
      {text}
    </time>
  );
}
