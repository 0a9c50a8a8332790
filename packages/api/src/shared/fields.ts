import { z } from 'zod';
import { REGION_PATTERN } from './regions.ts';
import { cleanLines, cleanText } from './text.ts';

/** Field shapes that several forms share; the same rules run in the browser and on the server. */
export const idField = z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/, 'This is not a valid id.');

export function textField(label: string, max: number) {
  return z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, `${label} is needed.`).max(max, `${label} can have at most ${max} characters.`));
}

export function optionalText(label: string, max: number) {
  return z
    .string()
    .transform(cleanText)
    .pipe(z.string().max(max, `${label} can have at most ${max} characters.`))
    .optional();
}

/** Text of several paragraphs: each line is cleaned, and two empty lines in a row are one. */
export function linesField(label: string, max: number) {
  return z
    .string()
    .transform(cleanLines)
    .pipe(z.string().min(1, `${label} is needed.`).max(max, `${label} can have at most ${max} characters.`));
}

/** The same, or nothing. */
export function optionalLines(label: string, max: number) {
  return z
    .string()
    .transform(cleanLines)
    .pipe(z.string().max(max, `${label} can have at most ${max} characters.`))
    .optional();
}

export const emailField = z
  .string()
  .transform(cleanText)
  .pipe(z.email('Write a complete e-mail address, such as name@example.com.').max(254));

/** International form preferred; checked more closely where a country is known. */
export const phoneField = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .regex(
        /^\+?[0-9 ()./-]{6,24}$/,
        'Write the phone number with its country code, such as +971 50 123 4567.',
      ),
  );

export const regionField = z.string().regex(REGION_PATTERN, 'Choose a region from the list.');

export const currencyField = z.string().regex(/^[A-Z]{3}$/, 'Choose a currency.');

/** A calendar day from a date field as a moment at noon UTC, so that no zone turns it into its neighbour. */
export const dayField = z
  .string({ error: 'Choose a day.' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day.')
  .transform((day) => new Date(`${day}T12:00:00Z`));

export const moneyField = z.bigint().positive('Write an amount above zero.');

export const reasonField = textField('A reason', 500);

export const passwordField = z
  .string()
  .min(8, 'Use at least 8 characters.')
  .max(200, 'Use at most 200 characters.');

export const tokenField = z
  .string()
  .regex(/^[0-9a-z]{32}$/, 'This link is not complete. Copy it again from the message.');
