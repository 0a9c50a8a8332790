/** Colours as the web writes them: `#rrggbb`. Contrast as WCAG 2 defines it. */

type Rgb = readonly [number, number, number];

/** Least contrast of text that everybody can read. */
export const READABLE = 4.5;

function toRgb(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function toHex(rgb: Rgb): string {
  const part = (value: number) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(part).join('')}`;
}

function luminance(hex: string): number {
  const [red, green, blue] = toRgb(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of the colour over the ground, 0 to 1. */
export function mix(colour: string, ground: string, share: number): string {
  const [over, under] = [toRgb(colour), toRgb(ground)];
  return toHex(
    over.map((value, index) => value * share + (under[index] ?? 0) * (1 - share)) as unknown as Rgb,
  );
}

/** Steps fine enough that nobody sees one. */
const STEP = 1 / 256;

/** The nearest colour towards black or white that passes; black or white when none does. */
export function towards(
  goal: '#000000' | '#ffffff',
  colour: string,
  passes: (hex: string) => boolean,
): string {
  for (let share = 1; share > 0; share -= STEP) {
    const candidate = mix(colour, goal, share);
    if (passes(candidate)) return candidate;
  }
  return goal;
}
