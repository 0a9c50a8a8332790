'use client';

import { allows } from '@goodword/api/client';
import { AppShell, Banner, type CommandItem, humanize, TextLink } from '@goodword/ui';
import { InboxBell, Live, useSignOut } from '@goodword/web';
import type { Person } from '@goodword/web/server';
import { type ReactNode, useMemo } from 'react';
import { destinationsFor, quickActions } from './destinations.tsx';
import { livePages } from './live-pages.ts';
import { PersonProvider } from './role.tsx';
import { RunningWork } from './running-work.tsx';
import { useSearch } from './search.tsx';

export interface FrameProps {
  person: Person;
  children: ReactNode;
}

/** Navigation, account menu and commands around every signed-in page. */
export function Frame({ person, children }: FrameProps) {
  const signOut = useSignOut();
  const search = useSearch();
  const { staffRole, organisation } = person;
  const { nav, commands } = useMemo(() => {
    const may = (permission: Parameters<typeof allows>[0]) =>
      staffRole !== null && allows(permission, staffRole);
    const actions: CommandItem[] = quickActions
      .filter(({ permission }) => may(permission))
      .map(({ label, href, icon }) => ({ label, href, icon, group: 'Do' }));
    return { nav: destinationsFor(may), commands: actions };
  }, [staffRole]);
  return (
    <PersonProvider person={person}>
      <AppShell
        app="admin"
        organisation={organisation.name}
        nav={nav}
        commands={commands}
        onCommandSearch={search}
        notifications={<InboxBell />}
        account={{
          name: person.name,
          detail: `${person.email} · ${humanize(staffRole ?? 'staff')}`,
          items: [
            { label: 'Your account', href: '/account' },
            { label: 'What we tell you', href: '/notifications/settings' },
          ],
          onSignOut: signOut,
        }}
        banner={organisation.staffTwoFactor === 'optional' && <TwoFactorBanner person={person} />}
      >
        {children}
        <Live pages={livePages} />
      </AppShell>
      <RunningWork />
    </PersonProvider>
  );
}

function TwoFactorBanner({ person }: { person: Person }) {
  return (
    <Banner tone="warning">
      Two-factor sign-in is optional for staff here. Require it before you work with real data.{' '}
      {person.staffRole === 'admin' && <TextLink href="/settings">Change in settings</TextLink>}
    </Banner>
  );
}
