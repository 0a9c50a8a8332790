import { z } from 'zod';

/**
 * A schema for a form: an empty box counts as not filled in, also where the schema takes a missing value only.
 * @param keep fields whose `null` says something, such as "no limit"
 */
export function emptyIsMissing<Output, Input>(
  schema: z.ZodType<Output, Input>,
  { keep = [] }: { keep?: readonly string[] } = {},
): z.ZodType<Output, Input> {
  const clean = (value: unknown): unknown => {
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, one]) => one !== '' && (one !== null || keep.includes(key)))
        .map(([key, one]) => [key, clean(one)]),
    );
  };
  // The form still offers what the schema takes; only the empty strings of its boxes are more.
  return z.preprocess(clean, schema) as unknown as z.ZodType<Output, Input>;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
