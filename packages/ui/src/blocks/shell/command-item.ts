import type { ReactNode } from 'react';

export interface CommandItem {
  label: string;
  href?: string;
  onSelect?: () => void;
  group?: string;
  /** Other words that find it. */
  keywords?: string[];
  icon?: ReactNode;
  /** Quiet text at the right end. */
  hint?: string;
}

export type CommandSearch = (text: string) => Promise<CommandItem[]>;

export interface CommandPaletteProps {
  items: readonly CommandItem[];
  onSearch?: CommandSearch;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  placeholder?: string;
}
