import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentPalette, accentProblem, accentStyles } from './accent.ts';
import { contrast } from './colour.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const lightGrounds = ['#ffffff', '#f7f8fa', '#f1f3f6'];
const darkGrounds = ['#16191f', '#0f1115', '#1d2128', '#20242c'];

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('a pale colour is refused with its contrast and the nearest one that works', () => {
  const problem = accentProblem('#ffcc00');
  expect(problem?.message).toMatch(/too hard to read.*4\.5 to 1.*nearest colour/);
  expect(accentProblem(problem?.nearest ?? '')).toBeNull();
  expect(accentProblem('#0f766e')).toBeNull();
});

test('whatever colour is refused, the one that is offered instead is accepted', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const problem = accentProblem(colour);
      if (problem) expect(accentProblem(problem.nearest)).toBeNull();
    }),
  );
});

test('with any accepted colour, text in and on it is readable on every ground, light and dark', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const { light, dark } = accentPalette(accentProblem(colour)?.nearest ?? colour);
      for (const [set, grounds] of [
        [light, lightGrounds],
        [dark, darkGrounds],
      ] as const) {
        expect(contrast(set.fg, set.accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(set.fg, set.hover)).toBeGreaterThanOrEqual(4.5);
        for (const ground of [...grounds, set.soft])
          expect(contrast(set.ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(dark.accent, '#16191f')).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('the style sheet holds colours and nothing else', () => {
  expect(accentStyles('#0f766e')).toMatch(/^[#a-z0-9[\]{}:;.\- ]+$/);
});
