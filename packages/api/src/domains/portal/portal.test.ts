import { expect, test } from 'vitest';
import { daysOf, hoursOf, ratioBps } from './portal.ts';

test('a rate is given in basis points and rounded half up', () => {
  expect(ratioBps(120, 150)).toBe(8000);
  expect(ratioBps(45, 120)).toBe(3750);
  expect(ratioBps(1, 3)).toBe(3333);
  expect(ratioBps(2, 3)).toBe(6667);
});

test('nothing divided by nothing has no rate, and no lead no average', () => {
  expect(ratioBps(0, 0)).toBeNull();
  expect(hoursOf(null)).toBeNull();
  expect(daysOf(null)).toBeNull();
});

test('times are shown to one decimal', () => {
  expect(hoursOf(5400)).toBe(1.5);
  expect(daysOf(18 * 86_400)).toBe(18);
});
