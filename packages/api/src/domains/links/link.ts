import { AppError } from '../../shared/errors.ts';

/** Facts of a request that tell a person from a machine. */
export interface ClickFacts {
  method: string;
  userAgent: string | undefined;
  /** Values of Sec-Purpose, Purpose, X-Purpose and X-Moz, whichever came. */
  purposes: readonly string[];
  /** What the user agent list says. */
  isBot: boolean;
}

/** True when a person followed the link: previews, prefetches, probes and robots are no clicks. */
export function isClick({ method, userAgent, purposes, isBot }: ClickFacts): boolean {
  if (method !== 'GET' || !userAgent || isBot) return false;
  return !purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose));
}

/** The address to hand out. */
export function linkUrl(edge: string, code: string): string {
  return `${edge}/r/${code}`;
}

/** The last `count` calendar days of a time zone, oldest first, as `YYYY-MM-DD`. */
export function lastDays(now: Date, timeZone: string, count: number): string[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const today = new Date(`${format.format(now)}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getTime() - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The one answer to an unknown code, a withdrawn link and a partner that may not send us anybody right now. */
export function linkClosed(): AppError {
  return new AppError('not_found', {
    userMessage:
      'This link takes no new requests. Ask whoever gave it to you for another one, or write to us directly.',
  });
}
