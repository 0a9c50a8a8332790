import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'globals.css'), 'utf8').replace(
  /^\s*\/\*[\s\S]*?\*\//gm,
  '',
);

function tokensOf(selector: string): Record<string, string> {
  const block = [...css.matchAll(/^([.:[][^{}]*)\{([^{}]*)\}/gm)].find(
    ([, head = '']) => head.replace(/\s+/g, ' ').trim() === selector,
  );
  if (!block) throw new Error(`No block for ${selector}`);
  const body = block[2] ?? '';
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map((m) => [m[1], m[2]]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokensOf(':root');
const dark = { ...light, ...tokensOf('.dark') };
const accents = (app: string) => ({
  light: tokensOf(`[data-app="${app}"]`),
  dark: tokensOf(`.dark[data-app="${app}"], .dark [data-app="${app}"]`),
});
const themes: Record<string, Record<string, string>> = { 'admin light': light, 'admin dark': dark };
for (const app of ['partner', 'patient']) {
  themes[`${app} light`] = { ...light, ...accents(app).light };
  themes[`${app} dark`] = { ...dark, ...accents(app).dark };
}

const TEXT = 4.5;
const GRAPHIC = 3;
const tones = ['neutral', 'info', 'success', 'warning', 'danger'];
const pairs: [string, string, number][] = [
  ...['canvas', 'surface', 'subtle', 'hover'].flatMap((bg) =>
    ['ink', 'ink-soft', 'ink-faint', 'accent-ink', 'danger-ink'].map((fg): [string, string, number] => [
      fg,
      bg,
      TEXT,
    ]),
  ),
  ...tones.flatMap((tone): [string, string, number][] => [
    [`${tone}-ink`, `${tone}-soft`, TEXT],
    [`${tone}-ink`, 'surface', TEXT],
    ['ink', `${tone}-soft`, TEXT],
    ['ink-soft', `${tone}-soft`, TEXT],
    [`${tone}-solid`, 'surface', GRAPHIC],
  ]),
  ['accent-fg', 'accent', TEXT],
  ['accent-fg', 'accent-hover', TEXT],
  ['accent-ink', 'accent-soft', TEXT],
  ['ink', 'accent-soft', TEXT],
  ['ink-soft', 'accent-soft', TEXT],
  ['danger-fg', 'danger-solid', TEXT],
  ['danger-fg', 'danger-hover', TEXT],
  ['field', 'surface', GRAPHIC],
  ['accent', 'surface', GRAPHIC],
];

describe.each(Object.entries(themes))('%s', (_name, tokens) => {
  it('keeps every text and background pair at WCAG AA', () => {
    const tooWeak = pairs
      .map(([fg, bg, least]) => ({ fg, bg, least, ratio: contrast(tokens[fg] ?? '', tokens[bg] ?? '') }))
      .filter(({ ratio, least }) => !(ratio >= least))
      .map(({ fg, bg, ratio }) => `${fg} on ${bg}: ${ratio.toFixed(2)}`);
    expect(tooWeak).toEqual([]);
  });
});
