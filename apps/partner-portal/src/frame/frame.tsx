'use client';

import type { Outputs } from '@goodword/api';
import { AppShell, humanize } from '@goodword/ui';
import { InboxBell, Live, useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { BellRing, ShieldCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { AgreementBanner } from './agreement-banner.tsx';
import { destinationsWith, quickActions, type Waiting } from './destinations.tsx';
import { livePages } from './live-pages.ts';
import { PersonProvider } from './person.tsx';

export interface FrameProps {
  person: Person;
  waiting: Waiting;
  /** Null while it cannot be asked. */
  standing: Outputs['onboarding']['standing'] | null;
  children: ReactNode;
}

/** Navigation, account menu and commands around every signed-in page. */
export function Frame({ person, waiting, standing, children }: FrameProps) {
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
        banner={standing && <AgreementBanner standing={standing} />}
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
