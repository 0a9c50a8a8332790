'use client';

import { cn } from '../lib/cn.ts';
import type { AppName } from '../lib/words.ts';
import { LinkTo, useUi } from './ui-provider.tsx';

const appWords: Record<AppName, string> = { admin: 'Admin', partner: 'Partners', patient: '' };

/** Two speech bubbles: a word said, and the same word passed on. */
export function LogoMark({ size = 28, className }: { size?: number; className?: string }) {
  return (
    <svg
      data-slot="logo-mark"
      aria-hidden
      viewBox="0 0 32 32"
      width={size}
      height={size}
      className={cn('shrink-0', className)}
    >
      <rect width="32" height="32" rx="8.5" fill="var(--accent)" />
      <path
        d="M12.5 6.5a7 7 0 0 0-5.9 10.8L5.8 21l3.9-.9A7 7 0 1 0 12.5 6.5z"
        fill="none"
        stroke="var(--accent-fg)"
        strokeWidth="2"
        strokeLinejoin="round"
        opacity="0.75"
      />
      <path
        d="M20 11.5a7 7 0 1 0 3 13.3l3.4.8-.8-3.3A7 7 0 0 0 20 11.5z"
        fill="var(--accent-fg)"
        stroke="var(--accent)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path
        d="m17 18.7 2.2 2.2 4-4.4"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The organisation's own picture. Its name stands beside it, so it says nothing more to a screen reader. */
function OwnLogo({ src, size }: { src: string; size: number }) {
  return (
    <img
      data-slot="logo-own"
      src={src}
      alt=""
      height={size}
      style={{ height: size }}
      // Many logos are drawn for white paper.
      className="w-auto max-w-32 shrink-0 rounded object-contain dark:bg-white dark:p-0.5"
    />
  );
}

export interface LogoProps {
  app?: AppName;
  size?: number;
  /** The organisation's name; without it the product's. */
  name?: string;
  href?: string;
  className?: string;
}

export function Logo({ app, size = 28, name = 'Goodword', href, className }: LogoProps) {
  const { logo } = useUi();
  const word = app ? appWords[app] : '';
  const content = (
    <>
      {logo ? <OwnLogo src={logo} size={size} /> : <LogoMark size={size} />}
      <span className="grid min-w-0 leading-tight">
        <span
          dir="auto"
          className="text-left truncate font-semibold text-[0.9375rem] text-ink tracking-tight"
        >
          {name}
        </span>
        {word && <span className="font-medium text-accent-ink text-xs">{word}</span>}
      </span>
    </>
  );
  const classes = cn('flex min-w-0 items-center gap-2.5 rounded-md', className);
  if (!href) {
    return (
      <span data-slot="logo" className={classes}>
        {content}
      </span>
    );
  }
  return (
    <LinkTo data-slot="logo" href={href} className={classes}>
      {content}
    </LinkTo>
  );
}
