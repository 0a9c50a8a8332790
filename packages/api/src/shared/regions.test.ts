import { expect, test } from 'vitest';
import { anyRegionCovers, regionCovers, regionName } from './regions.ts';

test('an area covers what lies below it and nothing beside it', () => {
  expect(regionCovers('AE', 'AE-DU')).toBe(true);
  expect(regionCovers('AE-DU', 'AE')).toBe(false);
  expect(regionCovers('US-IN', 'IN')).toBe(false);
  expect(regionCovers('IN', 'US-IN')).toBe(false);
  expect(anyRegionCovers(['SG', 'US'], 'US-MN')).toBe(true);
  expect(anyRegionCovers([], 'US-MN')).toBe(false);
});

test('regions have names people know', () => {
  expect([regionName('US-MN'), regionName('AE'), regionName('AE-DU')]).toEqual([
    'Minnesota',
    'United Arab Emirates',
    'United Arab Emirates (DU)',
  ]);
});
