import { expect, test } from 'vitest';
import { parseRate } from './parse-rate.ts';
import { readPartnerRow } from './partner-row.ts';
import { RowRefusal } from './row-refusal.ts';

const lender = { partnerTypeCode: 'lender', country: 'US', source: 'file' };

/** The code under which a row cannot become a new partner. */
function refusal(raw: Parameters<typeof readPartnerRow>[0], defaults = lender): string {
  try {
    const { creation } = readPartnerRow(raw, defaults);
    return creation instanceof RowRefusal ? creation.code : 'accepted';
  } catch (error) {
    if (error instanceof RowRefusal) return error.code;
    throw error;
  }
}

function creationOf(raw: Parameters<typeof readPartnerRow>[0]) {
  const { creation } = readPartnerRow(raw, lender);
  if (creation instanceof RowRefusal) throw creation;
  return creation;
}

test('a state lies in the country of its row, else in that of the file, and may be written out', () => {
  expect(readPartnerRow({ name: 'Bank', state: 'oh', externalId: '1' }, lender)).toMatchObject({
    externalId: '1',
    creation: { regions: ['US-OH'], status: 'invited' },
  });
  expect(creationOf({ name: 'Bank', state: 'New Mexico' }).regions).toEqual(['US-NM']);
  expect(creationOf({ name: 'Bank', state: 'DU', country: 'United Arab Emirates' }).regions).toEqual([
    'AE-DU',
  ]);
  expect(refusal({ name: 'Bank', state: 'ZZ' })).toBe('regions');
  expect(refusal({ name: 'Bank', state: 'OH' }, { ...lender, country: '' })).toBe('regions');
});

test('a phone number is read with the country of its row and says so; with a country code it is nobody’s guess', () => {
  const phoneOf = (raw: Parameters<typeof readPartnerRow>[0]) => {
    const { fields, notes } = readPartnerRow({ name: 'A', ...raw }, lender);
    return [fields.phone, ...notes.map(({ code }) => code)];
  };
  expect(phoneOf({ phone: '(612) 555-0142' })).toEqual(['+16125550142', 'phone_read_with_country']);
  expect(phoneOf({ phone: '098200 12345', regions: 'IN' })).toEqual([
    '+919820012345',
    'phone_read_with_country',
  ]);
  expect(phoneOf({ phone: '050 123 4567', country: 'AE' })).toEqual([
    '+971501234567',
    'phone_read_with_country',
  ]);
  expect(phoneOf({ phone: '+971 50 123 4567' })).toEqual(['+971501234567']);
  expect(phoneOf({ phone: '00 00 00' })).toEqual(['00 00 00', 'phone_kept_as_written']);
});

test('active becomes approved and says so; ended partners are not imported', () => {
  const draft = creationOf({ name: 'A', status: 'Active' });
  expect(draft.status).toBe('approved');
  expect(draft.notes[0]?.message).toMatch(/accepts the agreement/);
  expect(refusal({ name: 'A', status: 'terminated' })).toBe('status');
});

test('what is read differently from how it is written has a note', () => {
  const codes = (raw: Parameters<typeof readPartnerRow>[0]) =>
    readPartnerRow(raw, lender).notes.map(({ code }) => code);
  expect(codes({ name: 'Zero\u200b Width' })).toEqual(['invisible_removed']);
  expect(codes({ name: 'Line\nBreak' })).toEqual(['line_break_removed']);
  expect(codes({ name: 'A', website: 'a.test' })).toEqual(['website_completed']);
  expect(codes({ name: 'شركة \u200fالأفق', website: 'https://a.test' })).toEqual([]);
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
  expect(refusal({ name: 'A', country: 'Atlantis' })).toBe('country');
  expect(refusal({ name: 'A', type: 'broker;lender' })).toBe('type');
  expect(refusal({ name: 'A' }, { ...lender, country: '' })).toBe('regions');
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
