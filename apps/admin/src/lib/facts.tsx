'use client';

import { DateOnly, DateTime, LastDay, TextLink } from '@goodword/ui';

/** A link to the page of a thing, or a dash when there is none. */
export function LinkOrDash({ href, children }: { href: string | null; children: string | null }) {
  if (!children) return <>—</>;
  return href ? <TextLink href={href}>{children}</TextLink> : children;
}

export function TimeOrDash({ value }: { value: Date | null }) {
  return value ? <DateTime value={value} /> : <>—</>;
}

export function DayOrDash({ value }: { value: Date | null }) {
  return value ? <DateOnly value={value} /> : <>—</>;
}

export function LastDayOrDash({ before }: { before: Date | null }) {
  return before ? <LastDay before={before} /> : <>—</>;
}
