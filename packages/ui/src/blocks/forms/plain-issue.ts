import type { z } from 'zod';

const FILL_IN = 'Fill this in.';

const byFormat: Record<string, string> = {
  email: 'Enter an e-mail address such as name@example.com.',
  url: 'Enter a web address that starts with https://.',
  e164: 'Enter a phone number with its country code, such as +971 50 123 4567.',
};

const byExpected: Record<string, string> = {
  bigint: 'Enter an amount in digits, for example 1234.50.',
  number: 'Enter a number.',
  int: 'Enter a whole number.',
  date: 'Enter a date.',
};

const isEmpty = (input: unknown) => input === undefined || input === null || input === '';

function tooSmall(issue: { origin: string; minimum: number | bigint }): string {
  if (issue.origin === 'string') {
    return Number(issue.minimum) <= 1 ? FILL_IN : `Use at least ${issue.minimum} characters.`;
  }
  if (issue.origin === 'array' || issue.origin === 'set') return `Choose at least ${issue.minimum}.`;
  return 'This is too low.';
}

function tooBig(issue: { origin: string; maximum: number | bigint }): string {
  if (issue.origin === 'string') return `Use at most ${issue.maximum} characters.`;
  if (issue.origin === 'array' || issue.origin === 'set') return `Choose at most ${issue.maximum}.`;
  return 'This is too high.';
}

/**
 * A sentence for the person in place of zod's text for programmers. A message written in the schema always wins,
 * because zod asks this map last. Amounts and numbers get no limit in the text: the schema holds stored units, not
 * the ones on the screen.
 */
export const plainIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return isEmpty(issue.input)
        ? FILL_IN
        : (byExpected[issue.expected] ?? 'This does not look right. Check it.');
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return isEmpty(issue.input)
        ? FILL_IN
        : (byFormat[issue.format] ?? 'This does not look right. Check it.');
    case 'invalid_value':
      return isEmpty(issue.input) ? 'Choose one.' : 'Choose one of the options.';
    default:
      return undefined;
  }
};
