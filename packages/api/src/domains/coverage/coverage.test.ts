import { coverageMachine } from '@goodword/db/vocabulary';
import { expect, test } from 'vitest';
import { decidingRow, isPlacedIn, publicStatus } from './coverage.ts';

test('a region decides for itself; without a row of its own its country does, and no stranger', () => {
  const rows = [{ region: 'AE' }, { region: 'AE-DU' }, { region: 'IN' }];
  expect(decidingRow(rows, 'AE-DU')).toBe(rows[1]);
  expect(decidingRow(rows, 'AE-AZ')).toBe(rows[0]);
  expect(decidingRow(rows, 'US-IN')).toBeUndefined();
});

test('a type without regions is kept in no coverage; one with a country is in all its parts', () => {
  expect(isPlacedIn({ code: 'affiliate', regions: [] }, 'US-MN')).toBe(false);
  expect(isPlacedIn({ code: 'lender', regions: ['US'] }, 'US-MN')).toBe(true);
  expect(isPlacedIn({ code: 'rera_agent', regions: ['IN'] }, 'US-IN')).toBe(false);
});

test('the public hears of nothing but open and coming soon', () => {
  const heard = new Set(coverageMachine.states.map(publicStatus));
  expect([...heard].sort()).toEqual(['available', 'coming_soon']);
  expect(publicStatus('unavailable')).toBe('coming_soon');
});
