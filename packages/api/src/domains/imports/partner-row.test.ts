import { expect, test } from 'vitest';
import { parseRate } from './parse-rate.ts';
import { mapColumns, RowRefusal, readPartnerRow } from './partner-row.ts';

const lender = { partnerTypeCode: 'lender', country: 'US' };

function refusal(raw: Parameters<typeof readPartnerRow>[0], defaults = lender): string {
  try {
    readPartnerRow(raw, defaults);
  } catch (error) {
    if (error instanceof RowRefusal) return error.code;
    throw error;
  }
  return 'accepted';
}

test('both known layouts are understood by their headers, and a file without names is refused', () => {
  const banks = mapColumns(['Charter No', 'Institution', 'Street', 'City', 'State', 'FDIC Cert', 'RSSD']);
  expect(Object.fromEntries(banks)).toEqual({
    externalId: 'Charter No',
    name: 'Institution',
    city: 'City',
    state: 'State',
  });
  expect(mapColumns(['Partner Name', 'Type', 'Default commission %']).get('rate')).toBe(
    'Default commission %',
  );
  expect(() => mapColumns(['Colour'])).toThrow(/no column with names/);
});

test('a state lies in the given country', () => {
  expect(readPartnerRow({ name: 'Bank', state: 'oh', externalId: '1' }, lender)).toMatchObject({
    regions: ['US-OH'],
    country: 'US',
    externalId: '1',
    status: 'invited',
  });
  expect(refusal({ name: 'Bank', state: 'ZZ' })).toBe('regions');
});

test('active becomes approved and says so; ended partners are not imported', () => {
  const draft = readPartnerRow({ name: 'A', status: 'Active' }, lender);
  expect(draft.status).toBe('approved');
  expect(draft.notes[0]).toMatch(/accepts the agreement/);
  expect(refusal({ name: 'A', status: 'terminated' })).toBe('status');
});

test('each kind of broken value is refused under the name of its column', () => {
  expect(refusal({ name: '' })).toBe('name');
  expect(refusal({ name: 'A'.repeat(121) })).toBe('name');
  expect(refusal({ name: '=HYPERLINK("http://evil.test")' })).toBe('formula');
  expect(refusal({ name: 'A', email: 'not-an-email' })).toBe('email');
  expect(refusal({ name: 'A', phone: 'call me' })).toBe('phone');
  expect(refusal({ name: 'A', website: 'javascript:alert(1)' })).toBe('website');
  expect(refusal({ name: 'A', capacity: '-3' })).toBe('capacity');
  expect(refusal({ name: 'A', rate: 'a lot' })).toBe('rate');
  expect(refusal({ name: 'A' }, { partnerTypeCode: 'lender', country: '' })).toBe('regions');
});

test('a percentage is read exactly, with comma or point, and nothing else is', () => {
  expect(['12,5', '12.5', '12.50 %', '7', '0', '100'].map(parseRate)).toEqual([
    1250, 1250, 1250, 700, 0, 10_000,
  ]);
  expect(['', '-3', '1e3', '12.345', '1.2.3', 'x'].map(parseRate)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
