import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, { big = false, mark = true } = {}) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

test('UTF-8 is read with and without byte order mark, Arabic included', () => {
  for (const text of ['Name\r\nشركة الأفق\r\n', '\uFEFFName\r\nشركة الأفق\r\n']) {
    expect(decodeText(utf8(text))).toEqual({ text: 'Name\r\nشركة الأفق\r\n', encoding: 'UTF-8' });
  }
});

test('UTF-16 is read in both byte orders, with and without byte order mark', () => {
  for (const options of [{}, { big: true }, { mark: false }, { big: true, mark: false }]) {
    expect(decodeText(wide('Name\nJürgen Groß\n', options))).toEqual({
      text: 'Name\nJürgen Groß\n',
      encoding: 'UTF-16',
    });
  }
  expect(decodeText(wide('Name\nشركة\n'))).toMatchObject({ text: 'Name\nشركة\n' });
});

test('what is no UTF-8 is read as Windows-1252, with its own signs', () => {
  const bytes = Uint8Array.from([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e, 0x20, 0x80, 0x93, 0xdf]);
  expect(decodeText(bytes)).toEqual({ text: 'Jürgen €“ß', encoding: 'Windows-1252' });
});

test('a spreadsheet and a picture are refused with a sentence', () => {
  expect(() => decodeText(Uint8Array.from([0x50, 0x4b, 3, 4]))).toThrow(/Save it as “CSV UTF-8”/);
  expect(() => decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toThrow(/no text file/);
});
