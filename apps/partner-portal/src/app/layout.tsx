import { readEnv } from '@goodword/config/env';
import { BrandStyles, logoHref, Providers } from '@goodword/web';
import { readNonce } from '@goodword/web/server';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { organisationIfReachable } from '../trpc/server.ts';
import './globals.css';

export const metadata: Metadata = {
  metadataBase: new URL(readEnv().partnerUrl),
  title: { default: 'Goodword Partners', template: '%s · Goodword Partners' },
  description: 'Your referrals, shared leads and earnings.',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [nonce, organisation] = await Promise.all([readNonce(), organisationIfReachable()]);
  return (
    <html lang="en" data-app="partner" suppressHydrationWarning>
      <body>
        <BrandStyles accent={organisation?.accent} />
        <Providers nonce={nonce} timeZone={organisation?.timeZone} logo={logoHref(organisation)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
