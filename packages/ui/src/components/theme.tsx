'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { ThemeProvider as NextThemes, useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { DropdownMenu } from './dropdown-menu.tsx';

export interface ThemeProviderProps {
  children: ReactNode;
  /** Nonce of the content policy, for the script that sets the theme before the first paint. */
  nonce?: string;
}

export function ThemeProvider({ children, nonce }: ThemeProviderProps) {
  return (
    <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      {children}
    </NextThemes>
  );
}

export function ThemeToggle() {
  const { setTheme } = useTheme();
  return (
    <DropdownMenu
      label="Theme"
      trigger={
        <Button variant="ghost" size="icon" aria-label="Theme">
          <Sun className="dark:hidden" />
          <Moon className="hidden dark:block" />
        </Button>
      }
      items={[
        { label: 'Light', icon: <Sun />, onSelect: () => setTheme('light') },
        { label: 'Dark', icon: <Moon />, onSelect: () => setTheme('dark') },
        { label: 'Same as my device', icon: <Monitor />, onSelect: () => setTheme('system') },
      ]}
    />
  );
}
