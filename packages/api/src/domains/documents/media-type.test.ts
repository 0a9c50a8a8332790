import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mediaTypeOf, safeFileName } from './media-type.ts';

test('a file is what its first bytes say', () => {
  expect(mediaTypeOf(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf');
  expect(mediaTypeOf(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png');
  expect(mediaTypeOf(Buffer.from('ffd8ffe0', 'hex'))).toBe('image/jpeg');
});

test.each([
  '<html>',
  '<svg xmlns="http://www.w3.org/2000/svg">',
  'MZ',
  'PK\u0003\u0004',
  ' %PDF-1.7',
  '%PD',
  '',
])('nothing else is taken, such as %j', (text) => {
  expect(mediaTypeOf(Buffer.from(text))).toBeNull();
});

test('no name leads out of a folder, breaks a header or hides what the file is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const safe = safeFileName(name, 'application/pdf');
      expect(safe).toMatch(/^[^/\\"\p{Cc}]+\.pdf$/u);
      expect(safe.startsWith('.')).toBe(false);
      expect([...safe].length).toBeLessThanOrEqual(84);
    }),
  );
});

test('a name keeps its letters in any script', () => {
  expect(safeFileName('C:\\scans\\رخصة 2026.PDF', 'application/pdf')).toBe('رخصة 2026.pdf');
  expect(safeFileName('licence.html', 'image/png')).toBe('licence.png');
  expect(safeFileName('../../..', 'image/jpeg')).toBe('document.jpg');
});
