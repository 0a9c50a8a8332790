import { Card } from '@goodword/ui';
import type { ReactNode } from 'react';

export interface FocusCardProps {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  /** For forms with many fields. */
  wide?: boolean;
}

/** One thing to read and do, in the middle of a public page. */
export function FocusCard({ title, description, children, footer, wide }: FocusCardProps) {
  return (
    <div className="bg-[radial-gradient(60rem_30rem_at_50%_-10rem,var(--accent-soft),transparent)] px-4 py-8 sm:py-14">
      <div className={`mx-auto grid w-full gap-4 ${wide ? 'max-w-2xl' : 'max-w-md'}`}>
        <Card as="div" padded={false} className="px-5 py-6 sm:px-8 sm:py-7">
          <h1 className="text-balance font-semibold text-ink text-xl leading-8 tracking-tight">{title}</h1>
          {description && (
            <p className="mt-1 text-pretty text-[0.9375rem] text-ink-soft leading-6">{description}</p>
          )}
          {children && <div className="mt-6 grid gap-5">{children}</div>}
        </Card>
        {footer && <div className="px-2 text-center text-ink-soft text-sm leading-6">{footer}</div>}
      </div>
    </div>
  );
}
