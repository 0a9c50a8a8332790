import { z } from 'zod';
import { phoneField, regionField } from '../../shared/fields.ts';
import { cleanText } from '../../shared/text.ts';

/** Field shapes that every form about a partner shares. */
export const partnerTypeCodeField = z.string().regex(/^[a-z][a-z_]{1,39}$/, 'Choose a partner type.');

export const countryField = z.string().regex(/^[A-Z]{2}$/, 'Choose a country.');

export const engagementRegionsField = z
  .array(regionField)
  .min(1, 'Choose at least one region.')
  .max(60, 'Choose at most 60 regions.')
  .transform((regions) => [...new Set(regions)]);

export const capacityField = z
  .number()
  .int('Write a whole number.')
  .min(0, 'Capacity cannot be below zero.')
  .max(100_000, 'Write a smaller number, or leave capacity empty for no limit.');

/** An empty field means: none. */
function orNone<T extends z.ZodType<string, string>>(field: T) {
  return z.union([z.literal('').transform(() => undefined), field]).optional();
}

export const optionalPhone = orNone(phoneField);

/** A web address; `example.com` becomes `https://example.com`. Only http and https open in a browser. */
export const optionalWebsite = orNone(
  z
    .string()
    .transform(cleanText)
    .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
    .pipe(
      z
        .url({
          protocol: /^https?$/,
          hostname: z.regexes.domain,
          error: 'Write a web address such as example.com.',
        })
        .max(200, 'A web address can have at most 200 characters.'),
    ),
);

export const rateField = z
  .number()
  .int('Write at most two decimals.')
  .min(0, 'A rate cannot be below 0 %.')
  .max(10_000, 'A rate cannot be above 100 %.');
