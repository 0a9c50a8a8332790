'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { Button } from './button.tsx';

export interface PaginationProps {
  previousHref?: string;
  nextHref?: string;
  onPrevious?: () => void;
  onNext?: () => void;
  summary?: ReactNode;
  className?: string;
}

/** Keyset pages: there is a previous and a next, and no number of pages to be wrong about. */
export function Pagination({
  previousHref,
  nextHref,
  onPrevious,
  onNext,
  summary,
  className,
}: PaginationProps) {
  const hasPrevious = previousHref !== undefined || onPrevious !== undefined;
  const hasNext = nextHref !== undefined || onNext !== undefined;
  if (!hasPrevious && !hasNext && !summary) return null;
  return (
    <nav
      data-slot="pagination"
      aria-label="Pages"
      className={cn(
        'flex flex-wrap items-center justify-between gap-3 text-[0.8125rem] text-ink-soft',
        className,
      )}
    >
      <span>{summary}</span>
      {(hasPrevious || hasNext) && (
        <span className="flex gap-2">
          <Button
            size="sm"
            href={previousHref}
            onClick={onPrevious}
            disabled={!hasPrevious}
            icon={<ChevronLeft />}
          >
            Previous
          </Button>
          <Button size="sm" href={nextHref} onClick={onNext} disabled={!hasNext}>
            Next
            <ChevronRight aria-hidden />
          </Button>
        </span>
      )}
    </nav>
  );
}
