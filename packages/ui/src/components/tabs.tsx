'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { LinkTo, useUi } from './ui-provider.tsx';

export interface Tab {
  value: string;
  label: ReactNode;
  count?: number;
  content?: ReactNode;
  /** Makes the tabs links, so that the open one stands in the address. */
  href?: string;
}

export interface TabsProps {
  tabs: readonly Tab[];
  label: string;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
}

const listClasses = 'flex gap-5 overflow-x-auto border-line border-b [scrollbar-width:none]';
const tabClasses =
  '-mb-px flex items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-0.5 py-2.5 font-medium text-ink-soft text-sm transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-accent-ink data-[state=active]:border-accent data-[state=active]:text-accent-ink';

function TabLabel({ tab }: { tab: Tab }) {
  return (
    <>
      {tab.label}
      {tab.count !== undefined && (
        <span className="rounded-full bg-neutral-soft px-1.5 text-neutral-ink text-xs leading-5 tabular-nums">
          {tab.count}
        </span>
      )}
    </>
  );
}

export function Tabs({ tabs, label, value, defaultValue, onValueChange, className }: TabsProps) {
  const { pathname } = useUi();
  if (tabs.some((tab) => tab.href !== undefined)) {
    return (
      <nav data-slot="tabs" aria-label={label} className={cn(listClasses, className)}>
        {tabs.map((tab) => {
          const current = value === undefined ? tab.href === pathname : tab.value === value;
          return (
            <LinkTo
              key={tab.value}
              href={tab.href ?? '#'}
              aria-current={current ? 'page' : undefined}
              className={tabClasses}
            >
              <TabLabel tab={tab} />
            </LinkTo>
          );
        })}
      </nav>
    );
  }
  return (
    <Radix.Root
      data-slot="tabs"
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={onValueChange}
      className={className}
    >
      <Radix.List aria-label={label} className={listClasses}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabClasses}>
            <TabLabel tab={tab} />
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          className={tab.content === undefined ? 'hidden' : 'pt-5'}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
