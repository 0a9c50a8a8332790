import { divideRounded, FULL_BPS } from '../../shared/money.ts';

/** `part` ÷ `whole` in basis points; null when there is nothing to divide by. */
export function ratioBps(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Number(divideRounded(BigInt(part) * BigInt(FULL_BPS), BigInt(whole)));
}

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

export function hoursOf(seconds: number | null): number | null {
  return oneDecimal(seconds, HOUR_SECONDS);
}

export function daysOf(seconds: number | null): number | null {
  return oneDecimal(seconds, DAY_SECONDS);
}

function oneDecimal(seconds: number | null, unit: number): number | null {
  return seconds === null ? null : Math.round((seconds / unit) * 10) / 10;
}
