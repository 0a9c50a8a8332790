import { expect, test } from 'vitest';
import { listLeadsInput } from '../domains/leads/leads.schema.ts';
import { cleanText, normaliseEmail, sortName } from './text.ts';

test('invisible signs go, line breaks and double spaces fold, what people see stays', () => {
  expect(cleanText('  Zero\u200b  Width\nSpace\ufeff ')).toBe('Zero Width Space');
  expect(cleanText('Jürgen')).toBe('Jürgen');
});

test('control signs go: no database takes a zero byte, and no terminal should obey an escape', () => {
  expect(cleanText('Ze\0ro\u001b[2J \u0000')).toBe('Zero[2J');
  expect(cleanText('line one\r\nline two\tthree')).toBe('line one line two three');
  expect(normaliseEmail('a\0@mail.test')).toBe('a@mail.test');
  expect(listLeadsInput.parse({ search: 'a\0b' }).search).toBe('ab');
});

test('marks that right-to-left names need are kept', () => {
  expect(cleanText('سالم\u200f المنصوري')).toBe('سالم\u200f المنصوري');
});

test('addresses and names are compared in one form', () => {
  expect(normaliseEmail(' DANA@PrairieTitle.test ')).toBe('dana@prairietitle.test');
  expect(sortName('  Zürich  Lenders')).toBe('zürich lenders');
});
