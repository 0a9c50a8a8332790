'use client';

import { AppShell, type CommandItem, type NavSection } from '@goodword/ui';
import { InboxBell, Live, useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { FileCheck2, Gift, Handshake, House, LockKeyhole, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { livePages } from './live-pages.ts';

const nav: readonly NavSection[] = [
  {
    items: [
      { label: 'Home', href: '/home', icon: <House /> },
      { label: 'Refer friends', href: '/friends', icon: <UserPlus /> },
      { label: 'Rewards', href: '/rewards', icon: <Gift /> },
      { label: 'Find a professional', href: '/professionals', icon: <Handshake /> },
    ],
  },
  {
    title: 'You',
    items: [
      { label: 'My data', href: '/my-data', icon: <FileCheck2 /> },
      { label: 'Security', href: '/security', icon: <LockKeyhole /> },
    ],
  },
];

const commands: readonly CommandItem[] = [
  { label: 'Share my link', href: '/friends', icon: <UserPlus />, group: 'Do' },
  { label: 'Request an introduction', href: '/professionals/new', icon: <Handshake />, group: 'Do' },
];

/** Navigation, account menu and commands around every signed-in page. */
export function Frame({ person, children }: { person: Person; children: ReactNode }) {
  const signOut = useSignOut();
  return (
    <AppShell
      app="patient"
      homeHref="/home"
      organisation={person.organisation.name}
      nav={nav}
      commands={commands}
      notifications={<InboxBell />}
      account={{
        name: person.name,
        detail: person.email,
        items: [
          { label: 'My data', href: '/my-data' },
          { label: 'What we tell you', href: '/notifications/settings' },
          { label: 'Security', href: '/security' },
        ],
        onSignOut: signOut,
      }}
    >
      {children}
      <Live pages={livePages} />
    </AppShell>
  );
}
