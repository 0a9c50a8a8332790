import { LinkTo } from '@goodword/ui';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

export interface LinkRowProps {
  href: string;
  /** Before the text: a count, or a sign that it is done. */
  mark: ReactNode;
  children: ReactNode;
}

/** One line of a list on Home that leads to where something can be done. */
export function LinkRow({ href, mark, children }: LinkRowProps) {
  return (
    <li className="border-line border-t">
      <LinkTo
        href={href}
        className="flex items-center gap-3 px-5 py-3 text-sm hover:bg-hover focus-visible:-outline-offset-2"
      >
        {mark}
        <span className="flex-1">{children}</span>
        <ChevronRight aria-hidden className="size-4 text-ink-faint" />
      </LinkTo>
    </li>
  );
}
