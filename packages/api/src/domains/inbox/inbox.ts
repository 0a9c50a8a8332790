import type { DigestRhythm, NotificationChannel, NotificationKind } from '@goodword/db/vocabulary';

/** Where a kind is told unless the person chose otherwise. */
export type Channels = Readonly<Record<NotificationChannel, boolean>>;

export interface Choice {
  kind: NotificationKind;
  channel: NotificationChannel;
  enabled: boolean;
}

/** What counts for a person: its own choice, else the default. A mail that has to be sent is not a matter of choice. */
export function channelsFor(
  kind: { name: NotificationKind; defaults: Channels; mailNeeded: boolean },
  choices: readonly Choice[],
): Channels {
  const chosen = (channel: NotificationChannel) =>
    choices.find((choice) => choice.kind === kind.name && choice.channel === channel)?.enabled ??
    kind.defaults[channel];
  return {
    in_app: chosen('in_app'),
    email: kind.mailNeeded || chosen('email'),
    digest: chosen('digest'),
  };
}

/** When the digest of a day is made, where the organisation is. */
const MORNING_HOUR = 8;
const DAY_MS = 86_400_000;

export interface DigestPeriod {
  /** The day it is made on, or the Monday of its week, where the organisation is. */
  period: string;
  /** It tells what happened before. Still to come when it lies after now. */
  until: Date;
}

/**
 * The digest that a rhythm makes due at this moment: the one of this morning, or of the morning of this week's Monday.
 * Before that hour it is the one before, which was made then.
 * @param timeZone of the organisation
 */
export function digestDueAt(
  rhythm: Exclude<DigestRhythm, 'never'>,
  timeZone: string,
  now: Date,
): DigestPeriod {
  let day = localDay(timeZone, now);
  if (rhythm === 'weekly') day -= ((weekdayOf(day) + 6) % 7) * DAY_MS;
  const step = rhythm === 'weekly' ? 7 * DAY_MS : DAY_MS;
  let until = morningOf(timeZone, day);
  if (until > now) {
    day -= step;
    until = morningOf(timeZone, day);
  }
  const name = new Date(day).toISOString().slice(0, 10);
  return { period: rhythm === 'weekly' ? `week of ${name}` : name, until };
}

/** The calendar day of a moment in a zone, as midnight UTC of that date. */
function localDay(timeZone: string, moment: Date): number {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
  return Date.parse(`${text}T00:00:00Z`);
}

function weekdayOf(day: number): number {
  return new Date(day).getUTCDay();
}

/** The moment at which it is morning there on that date, whatever the clocks do around it. */
function morningOf(timeZone: string, day: number): Date {
  const wanted = day + MORNING_HOUR * 3_600_000;
  const first = wanted - offsetMs(timeZone, wanted);
  return new Date(wanted - offsetMs(timeZone, first));
}

function offsetMs(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}
