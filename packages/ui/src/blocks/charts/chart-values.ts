import { dateFormat, numberFormat } from '../../lib/formats.ts';
import { formatMoney, minorToDecimal } from '../../lib/money.ts';
import { formatPercent } from '../../lib/words.ts';

export type ChartFormat = { kind: 'number' } | { kind: 'percent' } | { kind: 'money'; currency: string };

export type ChartValue = string | number | bigint | null | undefined;

export type ChartRow = Record<string, ChartValue>;

export interface ChartSeries {
  key: string;
  label: string;
}

/** A value in words: percent values are basis points, money values are minor units. */
export function chartText(value: ChartValue, format: ChartFormat, locale: string): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'string') return value;
  if (format.kind === 'money') return formatMoney(BigInt(value), format.currency, { locale });
  if (format.kind === 'percent') return formatPercent(Number(value), { locale });
  return numberFormat(locale, {}).format(value);
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** Where a row stands, in words: a day such as `2026-11-26` reads as people write it, anything else as it is. */
export function placeText(value: ChartValue, locale: string, style: 'short' | 'full'): string {
  const text = String(value ?? '');
  if (!ISO_DAY.test(text)) return text;
  return dateFormat(locale, {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    ...(style === 'full' && { year: 'numeric' }),
  }).format(new Date(text));
}

/** Short text for an axis, where there is no room for every digit. */
export function axisText(position: number, format: ChartFormat, locale: string): string {
  if (format.kind === 'percent') return formatPercent(position, { locale, digits: 0 });
  const value =
    format.kind === 'money' ? minorToDecimal(BigInt(Math.round(position)), format.currency) : position;
  return numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(Number(value));
}

/** The plain value for a CSV cell. */
export function chartCell(value: ChartValue, format: ChartFormat): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (format.kind === 'money') return minorToDecimal(BigInt(value), format.currency);
  if (format.kind === 'percent') return Number(value) / 100;
  return Number(value);
}

/** Where a value stands on the canvas. Positions may round; texts never come from here. */
export function toPosition(value: ChartValue): number | null {
  return value === null || value === undefined || typeof value === 'string' ? null : Number(value);
}
