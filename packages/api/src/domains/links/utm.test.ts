import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UTM_KEYS, utmQuery } from './utm.ts';

const of = (query: string) => utmQuery(new URLSearchParams(query));

test('where a visitor came from is carried on, and nothing else of the address', () => {
  expect(of('utm_source=newsletter&utm_medium=e-mail&utm_campaign=Spring+fair')).toBe(
    '?utm_source=newsletter&utm_medium=e-mail&utm_campaign=Spring+fair',
  );
  expect(of('next=https://evil.test&redirect=//evil.test&email=a@b.test&gclid=1')).toBe('');
  expect(of('UTM_SOURCE=x&utm_sourceful=y')).toBe('');
});

test.each([
  'maya@mail.test',
  'maya%40mail.test',
  'https://evil.test',
  '//evil.test',
  '+971 50 123 4567',
  '0501234567',
  '<script>',
  'a\r\nSet-Cookie: x',
  'a&b=c',
  'x'.repeat(81),
])('a value such as %s is left out', (value) => {
  expect(utmQuery(new URLSearchParams({ utm_source: value }))).toBe('');
});

test('whatever stands in an address, the query that goes on has these keys only, each once, and no person', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...UTM_KEYS, 'next', 'email'), fc.string())), (pairs) => {
      const query = utmQuery(new URLSearchParams(pairs));
      const kept = new URLSearchParams(query);
      for (const [key, value] of kept) {
        expect(UTM_KEYS).toContain(key);
        expect(value).not.toMatch(/[@/:<>]|\d{7}/);
      }
      expect(new Set(kept.keys()).size).toBe([...kept.keys()].length);
      expect(new URL(`http://patient.test/start/x${query}`).origin).toBe('http://patient.test');
    }),
  );
});
