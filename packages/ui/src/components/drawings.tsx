import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export type DrawingName = 'list' | 'search' | 'people' | 'money' | 'mail' | 'chart' | 'map' | 'done' | 'lost';

const sheet = {
  fill: 'var(--surface)',
  stroke: 'var(--field)',
  strokeWidth: 1.5,
  strokeLinejoin: 'round',
} as const;
const line = { stroke: 'var(--line)', strokeWidth: 4, strokeLinecap: 'round', fill: 'none' } as const;
const accentFill = {
  fill: 'var(--accent-soft)',
  stroke: 'var(--accent)',
  strokeWidth: 1.5,
  strokeLinejoin: 'round',
} as const;
const accentLine = {
  fill: 'none',
  stroke: 'var(--accent)',
  strokeWidth: 2.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const drawings: Record<DrawingName, ReactNode> = {
  list: (
    <>
      <rect x="40" y="14" width="80" height="72" rx="8" {...sheet} />
      <circle cx="56" cy="34" r="5" {...accentFill} />
      <path d="M70 34h36" {...line} />
      <circle cx="56" cy="52" r="5" {...sheet} />
      <path d="M70 52h26" {...line} />
      <circle cx="56" cy="70" r="5" {...sheet} />
      <path d="M70 70h32" {...line} />
    </>
  ),
  search: (
    <>
      <rect x="34" y="18" width="76" height="62" rx="8" {...sheet} />
      <path d="M48 36h40M48 50h28M48 64h34" {...line} />
      <circle cx="104" cy="58" r="19" {...accentFill} />
      <path d="m118 72 13 13" {...accentLine} strokeWidth="4" />
    </>
  ),
  people: (
    <>
      <circle cx="58" cy="40" r="13" {...sheet} />
      <path d="M34 80c0-14 10-22 24-22s24 8 24 22z" {...sheet} />
      <circle cx="102" cy="44" r="12" {...accentFill} />
      <path d="M80 82c0-13 9-20 22-20s22 7 22 20z" {...accentFill} />
    </>
  ),
  money: (
    <>
      <rect x="30" y="26" width="84" height="52" rx="8" {...sheet} />
      <circle cx="72" cy="52" r="12" {...sheet} />
      <path d="M42 38h6M96 66h6" {...line} />
      <circle cx="114" cy="68" r="17" {...accentFill} />
      <path
        d="M114 59v18M119 62.5c-2-2-9-2.5-9 1.5 0 5 9 2.5 9 7.5 0 4-7.5 4-9.5 1.5"
        {...accentLine}
        strokeWidth="2"
      />
    </>
  ),
  mail: (
    <>
      <rect x="32" y="24" width="88" height="58" rx="8" {...sheet} />
      <path
        d="m34 32 42 28 42-28"
        fill="none"
        stroke="var(--field)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx="118" cy="26" r="12" {...accentFill} />
      <path d="m112.5 26 4 4 7-8" {...accentLine} />
    </>
  ),
  chart: (
    <>
      <rect x="30" y="16" width="100" height="70" rx="8" {...sheet} />
      <path d="M50 72V56M70 72V46" stroke="var(--line)" strokeWidth="10" strokeLinecap="round" />
      <path d="M90 72V52M110 72V36" stroke="var(--accent-line)" strokeWidth="10" strokeLinecap="round" />
      <path d="m46 46 24-14 20 8 22-16" {...accentLine} />
    </>
  ),
  map: (
    <>
      <path d="m30 28 32-10 36 10 32-10v54l-32 10-36-10-32 10z" {...sheet} />
      <path d="M62 18v54M98 28v54" fill="none" stroke="var(--line)" strokeWidth="2" />
      <path d="M82 64c10-12 15-19 15-27a15 15 0 0 0-30 0c0 8 5 15 15 27z" {...accentFill} />
      <circle cx="82" cy="37" r="5" fill="var(--accent)" />
    </>
  ),
  done: (
    <>
      <rect x="42" y="16" width="76" height="68" rx="8" {...sheet} />
      <path d="M56 34h30M56 68h20" {...line} />
      <circle cx="96" cy="54" r="21" {...accentFill} />
      <path d="m86 54 7.5 7.5L107 47" {...accentLine} />
    </>
  ),
  lost: (
    <>
      <path
        d="M44 22h64a10 10 0 0 1 10 10v28a10 10 0 0 1-10 10H78L62 84V70H44a10 10 0 0 1-10-10V32a10 10 0 0 1 10-10z"
        {...sheet}
      />
      <path d="M60 40h12M84 40h12" {...accentLine} strokeWidth="4" />
      <path d="M66 57c4-4 20-4 24 0" {...accentLine} />
    </>
  ),
};

/** Drawn with the tokens, so that it fits both themes and every app. */
export function EmptyDrawing({ name, className }: { name: DrawingName; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 160 100" className={cn('w-auto', className)}>
      <ellipse cx="80" cy="90" rx="58" ry="6" fill="var(--subtle)" />
      {drawings[name]}
    </svg>
  );
}
