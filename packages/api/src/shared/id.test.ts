import { expect, test } from 'vitest';
import { idField } from './fields.ts';
import { newCode, newId, newSecret } from './id.ts';

test('ids sort by the time they were made, say what they are, and pass the form', () => {
  const ids = [0, 1, 1000, 10 ** 12, 2 * 10 ** 12].map((ms) => newId('lead', new Date(ms)));
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(idField.parse(id)).toMatch(/^led_/);
});

test('nothing random repeats, and codes hold no sign that reads like another', () => {
  const codes = Array.from({ length: 2000 }, newCode);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.join('')).toMatch(/^[0-9a-hjkmnp-tv-z]+$/);
  expect(newSecret()).toMatch(/^[0-9a-z]{32}$/);
});
