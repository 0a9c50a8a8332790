import { CircleCheckBig } from 'lucide-react';
import type { ReactNode } from 'react';

export interface DoneHeaderProps {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** Head of a page that says: it worked. */
export function DoneHeader({ title, children, actions }: DoneHeaderProps) {
  return (
    <header className="grid justify-items-center gap-2 py-6 text-center">
      <CircleCheckBig aria-hidden className="size-12 text-accent-ink" strokeWidth={1.5} />
      <h1 className="mt-2 font-semibold text-2xl text-ink tracking-tight">{title}</h1>
      <p className="max-w-md text-pretty text-ink-soft leading-7">{children}</p>
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </header>
  );
}
