'use client';

import type { ReactNode } from 'react';
import { LinkTo, useUi } from '../../components/ui-provider.tsx';

export interface NavItem {
  label: string;
  href: string;
  icon?: ReactNode;
  /** What waits there. */
  count?: number;
  /** Active on this address only, not below it. */
  exact?: boolean;
}

export interface NavSection {
  title?: string;
  items: readonly NavItem[];
}

function covers(item: NavItem, pathname: string): boolean {
  if (item.exact || item.href === '/') return pathname === item.href;
  return pathname === item.href || pathname.startsWith(`${item.href}/`);
}

/** The item the address belongs to: of several that cover it the longest. */
export function activeItem(nav: readonly NavSection[], pathname: string): NavItem | undefined {
  return nav
    .flatMap((section) => section.items)
    .filter((item) => covers(item, pathname))
    .sort((a, b) => b.href.length - a.href.length)
    .at(0);
}

export interface NavigationProps {
  nav: readonly NavSection[];
  onNavigate?: () => void;
}

export function Navigation({ nav, onNavigate }: NavigationProps) {
  const { pathname } = useUi();
  const active = activeItem(nav, pathname);
  return (
    <nav aria-label="Main" className="grid content-start gap-5 px-3">
      {nav.map((section, index) => (
        <div key={section.title ?? `section-${index}`} className="grid gap-0.5">
          {section.title && <p className="px-2.5 pb-1 font-medium text-ink-faint text-xs">{section.title}</p>}
          <ul className="grid gap-0.5">
            {section.items.map((item) => (
              <li key={item.href}>
                <LinkTo
                  href={item.href}
                  onClick={onNavigate}
                  aria-current={item === active ? 'page' : undefined}
                  className="flex items-center gap-2.5 rounded-control px-2.5 py-1.5 font-medium text-ink-soft text-sm transition-colors hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink max-lg:py-2.5 [&_svg]:size-4 [&_svg]:shrink-0"
                >
                  {item.icon && <span aria-hidden>{item.icon}</span>}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.count !== undefined && item.count > 0 && (
                    <span className="rounded-full bg-neutral-soft px-1.5 text-neutral-ink text-xs leading-5 tabular-nums">
                      {item.count > 999 ? '999+' : item.count}
                      <span className="sr-only"> waiting</span>
                    </span>
                  )}
                </LinkTo>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
