import { expect, it } from 'vitest';
import { dayEnd, dayIn, dayStart, lastDayBefore } from './zoned-days.ts';

it('begins and ends a day where it is lived, also when the clocks change', () => {
  expect(dayStart('2026-03-01', 'Asia/Dubai')?.toISOString()).toBe('2026-02-28T20:00:00.000Z');
  expect(dayStart('2026-12-31', 'America/New_York')?.toISOString()).toBe('2026-12-31T05:00:00.000Z');
  expect(dayEnd('2026-12-31', 'America/New_York')?.toISOString()).toBe('2027-01-01T05:00:00.000Z');
  // 23 hours: the night has one less.
  expect(dayStart('2026-03-29', 'Europe/Berlin')?.toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(dayEnd('2026-03-29', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(dayStart(null, 'UTC')).toBeNull();
  expect(dayEnd('', 'UTC')).toBeNull();
});

it.each(['Asia/Dubai', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])(
  'shows in a date field the days that were typed there, in %s',
  (zone) => {
    expect(dayIn(dayStart('2026-02-28', zone), zone)).toBe('2026-02-28');
    expect(lastDayBefore(dayEnd('2026-02-28', zone), zone)).toBe('2026-02-28');
    expect(lastDayBefore(null, zone)).toBeNull();
  },
);
