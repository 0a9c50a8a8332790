import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../shared/clock.ts';
import { deadlineOf, offeredVersion, type PublishedVersion, standingOf } from './agreement.ts';

const start = new Date('2026-03-02T09:00:00Z');

function version(number: number, more: Partial<PublishedVersion> = {}): PublishedVersion {
  return {
    id: `v${number}`,
    version: number,
    partnerTypeCodes: [],
    countsFrom: start,
    graceDays: 0,
    ...more,
  };
}

const first = version(1, { countsFrom: addDays(start, -100) });
const broker = [{ partnerTypeCode: 'broker', since: addDays(start, -50) }];
const at = (
  now: Date,
  versions = [first, version(2, { graceDays: 14 })],
  accepted = ['v1'],
  types = broker,
) => standingOf(versions, { accepted: new Set(accepted), types, now });

test('a new version is due until the last moment of its grace and overdue with the first moment after', () => {
  const deadline = addDays(start, 14);
  expect(at(new Date(start.getTime() - 1))).toMatchObject({ state: 'current', upcoming: { id: 'v2' } });
  expect(at(start)).toMatchObject({ state: 'due', deadline, upcoming: null });
  expect(at(new Date(deadline.getTime() - 1))?.state).toBe('due');
  expect(at(deadline)?.state).toBe('overdue');
  expect(at(deadline, undefined, ['v1', 'v2'])).toMatchObject({ state: 'current', deadline: null });
});

test('a version without grace is overdue the moment it counts', () => {
  expect(at(start, [first, version(2)])?.state).toBe('overdue');
});

test('a version for some types concerns nobody else, and its grace starts when the type was taken up', () => {
  const forLenders = version(2, { partnerTypeCodes: ['lender'], graceDays: 10 });
  expect(at(addDays(start, 90), [first, forLenders])?.inForce.id).toBe('v1');
  const late = [...broker, { partnerTypeCode: 'lender', since: addDays(start, 80) }];
  expect(deadlineOf(forLenders, late)).toEqual(addDays(start, 90));
  expect(at(addDays(start, 89), [first, forLenders], ['v1'], late)?.state).toBe('due');
  expect(at(addDays(start, 90), [first, forLenders], ['v1'], late)?.state).toBe('overdue');
});

test('what is owed is offered first, then what comes, then what was accepted', () => {
  const coming = version(3, { countsFrom: addDays(start, 30) });
  const versions = [first, version(2, { graceDays: 14 }), coming];
  const offered = (accepted: string[]) => {
    const standing = at(start, versions, accepted);
    return standing && offeredVersion(standing).id;
  };
  expect(offered(['v1'])).toBe('v2');
  expect(offered(['v1', 'v2'])).toBe('v3');
  expect(offered(['v1', 'v2', 'v3'])).toBe('v2');
});

test('whatever the versions: accepting what is in force ends every duty, and time alone never does', () => {
  const versions = fc.array(
    fc.record({
      days: fc.integer({ min: -60, max: 60 }),
      graceDays: fc.integer({ min: 0, max: 40 }),
      partnerTypeCodes: fc.constantFrom([], ['broker'], ['lender']),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(versions, fc.integer({ min: 0, max: 120 }), (drawn, days) => {
      const all = [
        first,
        ...drawn.map((one, index) => version(index + 2, { ...one, countsFrom: addDays(start, one.days) })),
      ];
      const now = addDays(start, days);
      const standing = at(now, all, []);
      expect(standing?.state).not.toBe('current');
      expect(at(now, all, [standing?.inForce.id ?? ''])?.state).toBe('current');
      if (standing?.state === 'overdue') {
        const later = at(addDays(now, 1), all, []);
        // Later only a newer version with a grace of its own can open the way again.
        expect(later?.state === 'overdue' || later?.inForce.id !== standing.inForce.id).toBe(true);
      }
    }),
  );
});
