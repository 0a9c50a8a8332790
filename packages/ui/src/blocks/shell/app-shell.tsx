'use client';

import { LogOut, Menu, Search, X } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { focusFirstField, overlayClasses } from '../../components/dialog.tsx';
import { DropdownMenu, type MenuItem } from '../../components/dropdown-menu.tsx';
import { Logo } from '../../components/logo.tsx';
import { Avatar, Kbd } from '../../components/small.tsx';
import { ThemeToggle } from '../../components/theme.tsx';
import { useUi } from '../../components/ui-provider.tsx';
import type { AppName } from '../../lib/words.ts';
import { type CommandItem, CommandPalette, type CommandSearch } from './command-palette.tsx';
import { activeItem, Navigation, type NavSection } from './navigation.tsx';

export interface ShellAccount {
  name: string;
  /** E-mail, role or partner, shown below the name. */
  detail?: string;
  items?: readonly MenuItem[];
  onSignOut?: () => void;
}

export interface AppShellProps {
  app: AppName;
  nav: readonly NavSection[];
  account: ShellAccount;
  homeHref?: string;
  organisation?: string;
  /** Without it the name of the open destination. */
  breadcrumbs?: ReactNode;
  banner?: ReactNode;
  /** Stays in view above every page, however far it is scrolled. */
  notice?: ReactNode;
  notifications?: ReactNode;
  headerActions?: ReactNode;
  commands?: readonly CommandItem[];
  onCommandSearch?: CommandSearch;
  footer?: ReactNode;
  children: ReactNode;
}

const NO_COMMANDS: readonly CommandItem[] = [];

export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-60 rounded-control bg-accent px-4 py-2 font-medium text-accent-fg focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      Skip to content
    </a>
  );
}

function AccountMenu({ account }: { account: ShellAccount }) {
  const items: MenuItem[] = [
    {
      heading: (
        <span className="grid">
          <span className="font-medium text-ink text-sm">{account.name}</span>
          {account.detail && <span className="break-all">{account.detail}</span>}
        </span>
      ),
    },
    'separator',
    ...(account.items ?? []),
  ];
  if (account.onSignOut) {
    if (account.items?.length) items.push('separator');
    items.push({ label: 'Sign out', icon: <LogOut />, onSelect: account.onSignOut });
  }
  return (
    <DropdownMenu
      label="Account"
      trigger={
        <button type="button" aria-label={`Account: ${account.name}`} className="rounded-full">
          <Avatar name={account.name} />
        </button>
      }
      items={items}
    />
  );
}

function useCommands({ nav, account, commands = NO_COMMANDS }: AppShellProps): CommandItem[] {
  const { setTheme } = useTheme();
  return useMemo(() => {
    const places = nav.flatMap((section) =>
      section.items.map((item) => ({
        label: item.label,
        href: item.href,
        icon: item.icon,
        hint: section.title,
        group: 'Go to',
      })),
    );
    const own: CommandItem[] = [
      {
        label: 'Use light theme',
        group: 'Settings',
        keywords: ['appearance', 'bright'],
        onSelect: () => setTheme('light'),
      },
      {
        label: 'Use dark theme',
        group: 'Settings',
        keywords: ['appearance', 'night'],
        onSelect: () => setTheme('dark'),
      },
    ];
    if (account.onSignOut) {
      own.push({
        label: 'Sign out',
        group: 'Settings',
        keywords: ['log out', 'leave'],
        onSelect: account.onSignOut,
      });
    }
    return [...commands, ...places, ...own];
  }, [nav, account, commands, setTheme]);
}

function SearchButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="mx-3 flex h-9 shrink-0 items-center gap-2.5 rounded-control border border-line bg-surface px-2.5 text-ink-faint text-sm shadow-card transition-colors hover:border-field"
    >
      <Search aria-hidden className="size-4" />
      <span className="flex-1 text-left">Search</span>
      <span aria-hidden className="flex gap-0.5">
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}

/** On narrow screens the navigation comes in from the left. */
function NavDrawer(props: AppShellProps) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label="Open navigation"
          className="lg:hidden"
          icon={<Menu />}
        />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          data-slot="nav-drawer"
          onOpenAutoFocus={focusFirstField}
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-[min(18rem,85vw)] animate-slide-left flex-col gap-5 overflow-y-auto border-line border-r bg-canvas py-4 outline-none"
        >
          <div className="flex items-center justify-between gap-2 px-4">
            <Radix.Title className="sr-only">Navigation</Radix.Title>
            <Logo app={props.app} name={props.organisation} />
            <Radix.Close
              aria-label="Close navigation"
              className="rounded-md p-1.5 text-ink-soft hover:bg-hover"
            >
              <X aria-hidden className="size-5" />
            </Radix.Close>
          </div>
          <Navigation nav={props.nav} onNavigate={() => setOpen(false)} />
          {props.footer && <div className="mt-auto px-5 text-ink-faint text-xs">{props.footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The frame of a signed-in app. */
export function AppShell(props: AppShellProps) {
  const { app, nav, account, homeHref = '/', organisation, banner, children } = props;
  const { pathname } = useUi();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const commands = useCommands(props);
  return (
    <div data-slot="app-shell" className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside
        aria-label="Sidebar"
        className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto border-line border-r py-4 max-lg:hidden"
      >
        <Logo app={app} name={organisation} href={homeHref} className="mx-3 px-2" />
        <SearchButton onOpen={() => setPaletteOpen(true)} />
        <Navigation nav={nav} />
        {props.footer && <div className="mt-auto px-5 text-ink-faint text-xs">{props.footer}</div>}
      </aside>
      <div className="flex min-h-dvh min-w-0 flex-col">
        {banner}
        <div className="sticky top-0 z-30">
          {props.notice}
          <header className="flex h-14 items-center gap-2 border-line border-b bg-canvas/95 px-3 backdrop-blur-sm sm:px-6">
            <NavDrawer {...props} />
            <div className="min-w-0 flex-1 truncate text-ink-soft text-sm">
              {props.breadcrumbs ?? activeItem(nav, pathname)?.label}
            </div>
            <div className="flex items-center gap-1">
              {props.headerActions}
              <Button
                variant="ghost"
                size="icon"
                aria-label="Search"
                className="lg:hidden"
                icon={<Search />}
                onClick={() => setPaletteOpen(true)}
              />
              {props.notifications}
              <ThemeToggle />
              <span className="ml-1.5 flex">
                <AccountMenu account={account} />
              </span>
            </div>
          </header>
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 outline-none sm:px-6 lg:px-8">
          {children}
        </main>
      </div>
      <CommandPalette
        items={commands}
        onSearch={props.onCommandSearch}
        open={paletteOpen}
        onOpenChange={setPaletteOpen}
      />
    </div>
  );
}
