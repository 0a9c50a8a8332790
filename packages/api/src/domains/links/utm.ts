/** The parameters that tell where a visitor came from. Nothing else of an address is carried on. */
export const UTM_KEYS = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
] as const;

/** Words as campaigns have them: no address of a person or a page fits in. */
const PLAIN = /^[\p{L}\p{N} ._+|~-]{1,80}$/u;
/** Seven figures in a row are a telephone number or a number of somebody; a date has fewer or dashes. */
const LONG_NUMBER = /\d(?:[ .-]?\d){8,}|\d{7,}/;

/**
 * What of an address's query goes on to the page behind a link, as a query of its own with its question mark, or
 * nothing. Each key once, in a fixed order; a value that could be somebody's e-mail address or telephone number is
 * left out, long numbers of an advertiser with them.
 */
export function utmQuery(from: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of UTM_KEYS) {
    const value = from.get(key)?.trim();
    if (value && PLAIN.test(value) && !LONG_NUMBER.test(value)) kept.set(key, value);
  }
  return kept.size > 0 ? `?${kept}` : '';
}
