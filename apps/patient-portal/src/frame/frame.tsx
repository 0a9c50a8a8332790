'use client';

import { AppShell, type NavSection } from '@goodword/ui';
import { useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { Home } from 'lucide-react';
import type { ReactNode } from 'react';

const nav: readonly NavSection[] = [{ items: [{ label: 'Home', href: '/home', icon: <Home /> }] }];

/** Navigation, account menu and commands around every signed-in page. */
export function Frame({ person, children }: { person: Person; children: ReactNode }) {
  const signOut = useSignOut();
  return (
    <AppShell
      app="patient"
      homeHref="/home"
      organisation={person.organisation.name}
      nav={nav}
      account={{ name: person.name, detail: person.email, onSignOut: signOut }}
    >
      {children}
    </AppShell>
  );
}
