import { expect, test } from 'vitest';
import { isClick, lastDays } from './link.ts';

const person = { method: 'GET', userAgent: 'Mozilla/5.0', purposes: [], isBot: false };

test('a person who follows the link is a click', () => {
  expect(isClick(person)).toBe(true);
});

test.each([
  ['a HEAD probe', { ...person, method: 'HEAD' }],
  ['a robot', { ...person, isBot: true }],
  ['a caller without a name', { ...person, userAgent: undefined }],
  ['a prefetch', { ...person, purposes: ['prefetch;prerender'] }],
  ['a preview', { ...person, purposes: ['preview'] }],
])('%s is no click', (_, facts) => {
  expect(isClick(facts)).toBe(false);
});

test('days are those of the given time zone, also across a change of clocks', () => {
  expect(lastDays(new Date('2026-03-30T22:30:00Z'), 'Europe/Berlin', 3)).toEqual([
    '2026-03-29',
    '2026-03-30',
    '2026-03-31',
  ]);
  expect(lastDays(new Date('2026-03-01T03:00:00Z'), 'America/New_York', 2)).toEqual([
    '2026-02-27',
    '2026-02-28',
  ]);
});
