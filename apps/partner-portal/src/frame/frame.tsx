'use client';

import { AppShell, humanize } from '@goodword/ui';
import { InboxBell, Live, useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { BellRing, ShieldCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { destinationsWith, quickActions, type Waiting } from './destinations.tsx';
import { livePages } from './live-pages.ts';
import { PersonProvider } from './person.tsx';

export interface FrameProps {
  person: Person;
  waiting: Waiting;
  children: ReactNode;
}

/** Navigation, account menu and commands around every signed-in page. */
export function Frame({ person, waiting, children }: FrameProps) {
  const signOut = useSignOut();
  const nav = useMemo(() => destinationsWith(waiting), [waiting]);
  return (
    <PersonProvider person={person}>
      <AppShell
        app="partner"
        homeHref="/home"
        organisation={person.organisation.name}
        nav={nav}
        commands={quickActions}
        notifications={<InboxBell />}
        account={{
          name: person.name,
          detail: `${person.email} · ${humanize(person.partnerRole ?? 'member')}`,
          items: [
            { label: 'What we tell you', href: '/notifications/settings', icon: <BellRing /> },
            { label: 'Security', href: '/security', icon: <ShieldCheck /> },
          ],
          onSignOut: signOut,
        }}
      >
        {children}
        <Live pages={livePages} />
      </AppShell>
    </PersonProvider>
  );
}
