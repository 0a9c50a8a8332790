'use client';

import { Dialog as Radix } from 'radix-ui';
import { useEffect, useState } from 'react';
import { overlayClasses } from '../../components/dialog.tsx';
import { useUi } from '../../components/ui-provider.tsx';
import type { CommandItem, CommandPaletteProps } from './command-item.ts';
import { PaletteBody } from './palette-body.tsx';

export type { CommandItem, CommandPaletteProps, CommandSearch } from './command-item.ts';

/** Every destination and the top actions, one shortcut away: ⌘K or Ctrl K. */
export function CommandPalette({
  items,
  onSearch,
  open,
  onOpenChange,
  placeholder = 'Search or jump to…',
}: CommandPaletteProps) {
  const { navigate } = useUi();
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = open ?? ownOpen;

  function setOpen(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setOwnOpen(!isOpen);
      onOpenChange?.(!isOpen);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen, onOpenChange]);

  function choose(item: CommandItem) {
    setOpen(false);
    item.onSelect?.();
    if (item.href !== undefined) navigate(item.href);
  }

  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          data-slot="command-palette"
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 animate-fade overflow-hidden rounded-card border border-line bg-surface shadow-pop outline-none"
        >
          <Radix.Title className="sr-only">Search and commands</Radix.Title>
          <PaletteBody items={items} onSearch={onSearch} placeholder={placeholder} onChoose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
