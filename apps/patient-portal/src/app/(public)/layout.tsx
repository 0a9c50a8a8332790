import { Button, PublicShell } from '@goodword/ui';
import type { ReactNode } from 'react';
import { organisationIfReachable, person } from '../../trpc/server.ts';

/** Around everything that needs no sign-in. While the database is away the frame still stands. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const organisation = await organisationIfReachable();
  const someone = organisation ? await person() : null;
  const signedIn = someone?.secondFactor === 'done';
  return (
    <PublicShell
      app="patient"
      organisation={organisation?.name}
      footerNote={[organisation?.name ?? 'Goodword', organisation?.postalAddress].filter(Boolean).join(' · ')}
      actions={signedIn ? <Button href="/home">My page</Button> : <Button href="/sign-in">Sign in</Button>}
    >
      {children}
    </PublicShell>
  );
}
