import { expect, test } from 'vitest';
import { cleanText, normaliseEmail, sortName } from './text.ts';

test('invisible signs go, line breaks and double spaces fold, what people see stays', () => {
  expect(cleanText('  Zero\u200b  Width\nSpace\ufeff ')).toBe('Zero Width Space');
  expect(cleanText('Jürgen')).toBe('Jürgen');
});

test('marks that right-to-left names need are kept', () => {
  expect(cleanText('سالم\u200f المنصوري')).toBe('سالم\u200f المنصوري');
});

test('addresses and names are compared in one form', () => {
  expect(normaliseEmail(' DANA@PrairieTitle.test ')).toBe('dana@prairietitle.test');
  expect(sortName('  Zürich  Lenders')).toBe('zürich lenders');
});
