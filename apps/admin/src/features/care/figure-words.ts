import type { Outputs } from '@goodword/api';
import { formatPercent, type StatTrend } from '@goodword/ui';

export type Figure = Outputs['scorecards']['ofPartner']['figures'][number];
type Key = Figure['key'];

export const figureNames: Record<Key, string> = {
  acceptance: 'Acceptance',
  response: 'Response',
  conversion: 'Conversion',
  retention: 'Retention',
  complaints: 'Complaints',
};

const HOUR = 60;
const DAY = 24 * HOUR;

/** A stretch of time by its largest unit and the next one. */
export function minutesInWords(minutes: number): string {
  if (minutes < HOUR) return `${minutes} min`;
  if (minutes < DAY) {
    const rest = minutes % HOUR;
    return rest ? `${Math.floor(minutes / HOUR)} h ${rest} min` : `${minutes / HOUR} h`;
  }
  const hours = Math.round((minutes % DAY) / HOUR);
  return hours ? `${Math.floor(minutes / DAY)} d ${hours} h` : `${Math.floor(minutes / DAY)} d`;
}

function valueInWords(key: Key, value: number): string {
  if (key === 'complaints') return String(value);
  return key === 'response' ? minutesInWords(value) : formatPercent(value, { digits: 0 });
}

/** The figure itself, or that there are too few to say. */
export function figureInWords({ key, value }: Figure): string {
  return value === null ? 'Too few to say' : valueInWords(key, value);
}

const counted: Record<Key, (part: { n: number; of: number | null }) => string> = {
  acceptance: ({ n, of }) => `${n} of ${of} offers accepted`,
  response: ({ n }) => `median of ${n} ${n === 1 ? 'answer' : 'answers'}`,
  conversion: ({ n, of }) => `${n} of ${of} that ended were won`,
  retention: ({ n, of }) => `${n} of ${of} deals still stand`,
  complaints: () => 'received, unless unfounded',
};

/** The numbers behind it. */
export function numbersBehind(figure: Figure): string {
  return counted[figure.key](figure);
}

/** Beside the window before. */
export function trendOf({ key, value, before, trend }: Figure): StatTrend | undefined {
  if (trend === null || value === null || before.value === null) return undefined;
  if (trend === 'same') return { label: 'as before', direction: 'flat' };
  return {
    label: `before: ${valueInWords(key, before.value)}`,
    direction: value > before.value ? 'up' : 'down',
    good: trend === 'better',
  };
}
