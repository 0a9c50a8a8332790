import { Button, PublicShell } from '@goodword/ui';
import type { ReactNode } from 'react';

const links = [
  { label: 'How it works', href: '/#how-it-works' },
  { label: 'Partner types', href: '/#partner-types' },
  { label: 'Your client', href: '/#your-client' },
];

/** The frame of the pages that need no sign-in. */
export function PublicFrame({ organisation, children }: { organisation: string; children: ReactNode }) {
  return (
    <PublicShell
      app="partner"
      organisation={organisation}
      links={links}
      actions={
        <Button href="/sign-in" size="sm">
          Sign in
        </Button>
      }
      footerLinks={[
        { label: 'Apply', href: '/apply' },
        { label: 'Sign in', href: '/sign-in' },
      ]}
      footerNote={`${organisation} partner portal`}
    >
      {children}
    </PublicShell>
  );
}
