'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { LinkTo } from './ui-provider.tsx';

export interface MenuAction {
  label: string;
  href?: string;
  onSelect?: () => void;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** Why it can't be used, or its shortcut. */
  hint?: string;
}

export type MenuItem = MenuAction | 'separator' | { heading: ReactNode };

export interface DropdownMenuProps {
  /** One button. */
  trigger: ReactElement;
  label: string;
  items: readonly MenuItem[];
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
}

export const menuClasses =
  'z-50 min-w-48 max-w-[min(20rem,calc(100vw-1rem))] animate-rise overflow-y-auto rounded-card border border-line bg-surface p-1 text-ink shadow-pop max-h-(--radix-dropdown-menu-content-available-height)';

const itemClasses =
  'flex w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-faint data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0';

function Action({ label, href, onSelect, icon, danger, disabled, hint }: MenuAction) {
  const classes = cn(itemClasses, danger && 'text-danger-ink data-highlighted:bg-danger-soft');
  const body = (
    <>
      {icon && (
        <span aria-hidden className={danger ? '' : 'text-ink-faint'}>
          {icon}
        </span>
      )}
      <span className="flex-1">{label}</span>
      {hint && <span className="text-ink-faint text-xs">{hint}</span>}
    </>
  );
  if (href !== undefined && !disabled) {
    return (
      <Radix.Item asChild onSelect={onSelect}>
        <LinkTo href={href} className={classes}>
          {body}
        </LinkTo>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item className={classes} disabled={disabled} onSelect={onSelect}>
      {body}
    </Radix.Item>
  );
}

function entryKey(item: MenuItem, index: number): string {
  if (item === 'separator') return `separator-${index}`;
  return 'heading' in item ? `heading-${index}` : item.label;
}

export function DropdownMenu({ trigger, label, items, align = 'end', side = 'bottom' }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          data-slot="menu"
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={menuClasses}
        >
          {items.map((item, index) => {
            const key = entryKey(item, index);
            if (item === 'separator')
              return <Radix.Separator key={key} className="-mx-1 my-1 h-px bg-line" />;
            if ('heading' in item) {
              return (
                <Radix.Label key={key} className="px-2.5 py-1.5 text-ink-faint text-xs">
                  {item.heading}
                </Radix.Label>
              );
            }
            return <Action key={key} {...item} />;
          })}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
