import { expect, test } from 'vitest';
import { optionalPhone, optionalWebsite } from './partner-fields.schema.ts';

const message = (field: typeof optionalPhone | typeof optionalWebsite, text: string) =>
  field.safeParse(text).error?.issues[0]?.message;

test('an empty field means none, and a wrong one says how it should look', () => {
  expect(optionalPhone.parse('')).toBeUndefined();
  expect(optionalWebsite.parse(undefined)).toBeUndefined();
  expect(message(optionalPhone, 'call me')).toMatch(/country code/);
  expect(message(optionalWebsite, 'no spaces allowed')).toMatch(/web address/);
});

test('a website gets its scheme, and nothing but http and https passes', () => {
  expect(optionalWebsite.parse(' example.com ')).toBe('https://example.com');
  expect(optionalWebsite.parse('http://example.com/a?b=c')).toBe('http://example.com/a?b=c');
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'https://', '//evil']) {
    expect(message(optionalWebsite, text), text).toMatch(/web address/);
  }
});
