import { contrast, mix, READABLE, towards } from './colour.ts';

/** The grounds of the design system that text in the accent can stand on. */
const lightGrounds = ['#ffffff', '#f7f8fa', '#f1f3f6', '#f3f4f8'];
const darkGrounds = ['#16191f', '#0f1115', '#1d2128', '#20242c'];
const DARK_SURFACE = '#16191f';
const WHITE = '#ffffff';
/** Least contrast of a button against what it stands on. */
const VISIBLE = 3;

export interface Accent {
  accent: string;
  hover: string;
  fg: string;
  ink: string;
  soft: string;
  line: string;
}

/** Why a colour cannot be the accent, and the nearest one that can; null when it can. */
export function accentProblem(colour: string): { message: string; nearest: string } | null {
  const found = contrast(colour, WHITE);
  if (found >= READABLE) return null;
  const nearest = towards('#000000', colour, (hex) => contrast(hex, WHITE) >= READABLE);
  const message = `White text on ${colour} is too hard to read: its contrast is ${cut(found)} to 1 and has to be ${READABLE} to 1. The nearest colour that works is ${nearest}.`;
  return { message, nearest };
}

/** Cut and not rounded: what is refused must not read as if it passed. */
function cut(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}

/** All that the portals draw from one colour. Text in it is readable on every ground, light and dark. */
export function accentPalette(colour: string): { light: Accent; dark: Accent } {
  return { light: lightAccent(colour), dark: darkAccent(colour) };
}

const readableOn = (grounds: readonly string[]) => (hex: string) =>
  grounds.every((ground) => contrast(hex, ground) >= READABLE);

function lightAccent(accent: string): Accent {
  const soft = mix(accent, WHITE, 0.1);
  return {
    accent,
    hover: mix(accent, '#000000', 0.86),
    fg: WHITE,
    ink: towards('#000000', accent, readableOn([...lightGrounds, soft])),
    soft,
    line: mix(accent, WHITE, 0.28),
  };
}

/** A dark colour would vanish on a dark page: it is lifted until it stands out, and white on it stays readable. */
function darkAccent(colour: string): Accent {
  const accent = towards(WHITE, colour, (hex) => contrast(hex, DARK_SURFACE) >= VISIBLE);
  const soft = mix(accent, DARK_SURFACE, 0.25);
  return {
    accent,
    hover: mix(accent, '#000000', 0.92),
    fg: WHITE,
    ink: towards(WHITE, accent, readableOn([...darkGrounds, soft])),
    soft,
    line: mix(accent, DARK_SURFACE, 0.45),
  };
}

/** The palette as a style sheet for the apps that carry the organisation's colour. */
export function accentStyles(colour: string): string {
  const { light, dark } = accentPalette(colour);
  return `html[data-app]{${declare(light)}}html.dark[data-app]{${declare(dark)}}`;
}

function declare({ accent, hover, fg, ink, soft, line }: Accent): string {
  return `--accent:${accent};--accent-hover:${hover};--accent-fg:${fg};--accent-ink:${ink};--accent-soft:${soft};--accent-line:${line};--chart-1:${accent}`;
}
