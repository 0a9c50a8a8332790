'use client';

import type { Outputs } from '@goodword/api';
import { AppShell, humanize } from '@goodword/ui';
import { InboxBell, Live, useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { BellRing, LogOut, ShieldCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { AgreementBanner } from './agreement-banner.tsx';
import { destinationsWith, quickActions, type Waiting } from './destinations.tsx';
import { livePages } from './live-pages.ts';
import { LookNotice, useLeaveLook } from './look-notice.tsx';
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
  const leave = useLeaveLook();
  const { look } = person;
  const nav = useMemo(() => destinationsWith(waiting), [waiting]);
  return (
    <PersonProvider person={person}>
      <AppShell
        app="partner"
        homeHref="/home"
        organisation={person.organisation.name}
        nav={nav}
        commands={quickActions}
        // What belongs to one person alone is not there in a look.
        notifications={!look && <InboxBell />}
        notice={look && <LookNotice look={look} name={person.name} onLeave={leave} />}
        banner={standing && <AgreementBanner standing={standing} />}
        account={
          look
            ? {
                name: person.name,
                detail: `${person.email} · looks, changes nothing`,
                items: [{ label: 'Leave', icon: <LogOut />, onSelect: leave }],
              }
            : {
                name: person.name,
                detail: `${person.email} · ${humanize(person.partnerRole ?? 'member')}`,
                items: [
                  { label: 'What we tell you', href: '/notifications/settings', icon: <BellRing /> },
                  { label: 'Security', href: '/security', icon: <ShieldCheck /> },
                ],
                onSignOut: signOut,
              }
        }
      >
        {children}
        {!look && <Live pages={livePages} />}
      </AppShell>
    </PersonProvider>
  );
}
