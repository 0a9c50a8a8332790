'use client';

import { AppShell, humanize } from '@goodword/ui';
import { useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { destinations, quickActions } from './destinations.tsx';
import { PersonProvider } from './person.tsx';

/** Navigation, account menu and commands around every signed-in page. */
export function Frame({ person, children }: { person: Person; children: ReactNode }) {
  const signOut = useSignOut();
  return (
    <PersonProvider person={person}>
      <AppShell
        app="partner"
        homeHref="/home"
        organisation={person.organisation.name}
        nav={destinations}
        commands={quickActions}
        account={{
          name: person.name,
          detail: `${person.email} · ${humanize(person.partnerRole ?? 'member')}`,
          items: [{ label: 'Security', href: '/security', icon: <ShieldCheck /> }],
          onSignOut: signOut,
        }}
      >
        {children}
      </AppShell>
    </PersonProvider>
  );
}
