import { logoHref, Providers } from '@goodword/web';
import { readNonce } from '@goodword/web/server';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { organisationIfReachable } from '../trpc/server.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Goodword Admin', template: '%s · Goodword Admin' },
  description: 'Partners, referrals and what is owed, in one place.',
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [nonce, organisation] = await Promise.all([readNonce(), organisationIfReachable()]);
  return (
    <html lang="en" data-app="admin" suppressHydrationWarning>
      <body>
        <Providers nonce={nonce} timeZone={organisation?.timeZone} logo={logoHref(organisation)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
